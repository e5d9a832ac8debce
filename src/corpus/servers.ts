/*
 * `servers/<id of a server>/` below the corpus folder holds the texts that only this server sees. Whatever else stands in
 * `servers/` is seen by nobody: a folder that is named otherwise is most likely meant for one server too.
 */

const SERVERS = /^servers\//i;

/** A Discord id: as many digits as its clock has had since 2015. */
const OWN = /^servers\/(\d{17,20})\/./i;

/** Whether the text of a file of the corpus folder is for all. */
export const isForAll = (file: string): boolean => !SERVERS.test(file);

/** The id of the server that alone sees the text of a file; `null` where that is none. */
export const serverOf = (file: string): string | null => OWN.exec(file)?.[1] ?? null;

/** The path of a server's file below the server's folder. */
export const pathInServer = (file: string): string => file.split('/').slice(2).join('/');

/** What is wrong with a file in `servers/` that no server sees. */
export const NO_SERVER =
  'no server sees it: a folder in servers/ is named after a server’s id, 17 to 20 digits (in Discord: Settings, Advanced, Developer Mode; then right-click the server, Copy Server ID). Rename the folder, or move it out of servers/';
