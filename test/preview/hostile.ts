/** Texts that try to be more than texts. Each would set `window.hit`, show a dialog or ask another host, if it could. */

/** Part of the sentence that answers in one of them. */
export const HOSTILE_WORDS = '<script>window.hit=1</script>';

const TOWER = `The tower of Lindholm ${HOSTILE_WORDS} is 312 metres high, says "><img src=x onerror=window.hit=1>.`;

export const HOSTILE_FILES: Readonly<Record<string, string>> = {
  'tower.txt': `${TOWER}\n\nIt has a [door](javascript:window.hit=1) and a [window](https://example.org/a_b_c). **Not bold**, ||not hidden||, <@123456789012345678>, @everyone.\n`,
  'titled.md': `---\ntitle: '<svg onload=window.hit=1> & <b>bold</b>'\nurl: 'javascript:window.hit=1'\n---\n\nA page <script>window.hit=1</script> of **words** with ![a picture](https://example.org/x.png) in it.\n`,
  'page.html':
    '<!doctype html><title>A page</title><h1>A page</h1><p onclick="window.hit=1">Words of a page with <a href="javascript:window.hit=1">a link</a>.</p><script>window.hit=1</script><iframe src="https://example.org/"></iframe>',
  'turned.txt': `Words \u202eturned round\u202c and \u2067isolated\u2069, \u200fmarked\u200e, and a \u202e that nothing ends.\n\n“We go \u202eon\u202c,” said Anna Berg. They have 5\u202e000 cars.\n`,
  'long.txt': `${'a'.repeat(3000)} ${'\u{1f642}'.repeat(400)}\n\n${'xyz-'.repeat(500)} said “${'w'.repeat(900)}”.\n`,
  'empty.txt': '',
};
