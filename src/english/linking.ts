/** Words that point to what was said before, where a sentence begins with them or with a preposition and them. */
const POINTING =
  'he she it they him her them his hers its their theirs this that these those here there then thus hence so such both neither another others former latter';

/** Words that join a sentence to the one before. */
const JOINING =
  'and but or nor yet however also too instead still therefore moreover furthermore meanwhile nevertheless nonetheless otherwise besides consequently accordingly likewise similarly afterwards';

const LINKING = new RegExp(
  `^\\P{L}*(?:(?:in|of|for|from|by|with|after|before|at|on|to|as|because|since|despite)\\s+(?=\\S))?(?:${`${POINTING} ${JOINING}`.split(' ').join('|')})(?!\\p{L})`,
  'iu',
);

/** Whether a sentence begins with a word that is only understood with the one before: `He`, `But`, `In this`. */
export const linksBack = (sentence: string): boolean => LINKING.test(sentence);
