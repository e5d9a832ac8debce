/**
 * A table's row in words, each cell after the name of its column, as a screen reader reads it: `Name: Plate · Cost: 5 gp`.
 * Empty cells are left out; a cell that stands alone is a label for the rows below, and goes without a name. Of more cells than
 * there are names, it is not known whose each is.
 */
export function rowText(cells: readonly string[], names: readonly string[]): string {
  const filled = cells.flatMap((cell, i) => (cell === '' ? [] : [{ cell, name: names[i] }]));
  const [first] = filled;
  if (first && filled.length === 1) return first.cell;
  const named = cells.slice(names.length).every((cell) => cell === '');
  return filled.map(({ cell, name }) => (named && name ? `${name}: ${cell}` : cell)).join(' · ');
}
