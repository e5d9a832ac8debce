import { fold } from '../text/fold.js';

/** What people say to a bot that is about no text, in lower case and without marks; each is all that is said. */
const SAID = [
  'hi+|hello|hey+|hiya|howdy|yo|good (?:morning|afternoon|evening|day|night)|bye|goodbye|welcome back',
  'thanks|thank you|thx|tysm|ty|cheers|many thanks|much appreciated|no thanks|sorry',
  '(?:very )?(?:good|bad|nice|great|stupid|dumb|smart|clever|best|worst) (?:bot|job|one|work|answer)',
  'well done|nice|cool|great|awesome|amazing|perfect|wow|l+o+l+|lmao|(?:ha)+h?|ok|okay|k|i see|got it|never ?mind|nvm|oops',
  'i (?:love|like|hate) (?:you|it|this)|are you sure(?: about (?:that|this))?|really|seriously|who (?:cares|asked)|says who|how do you know|what the (?:hell|heck)|wtf|is (?:it|that) (?:though|really)',
  '/?ping|pong|test(?:ing)?|no way|no|yes|yep|nope|(?:that|this|it)(?: i|’?)s (?:wrong|not (?:true|right)|right|true|false|correct|nonsense)|wrong|nonsense',
  '(?:show me |tell me )?more(?: please)?|sources?|(?:what|where)(?: i|’?)s (?:the|your) source|why though',
  '(?:who|what) (?:are|r) (?:you|u)|what(?: i|’?)s your name|what(?: i|’?)s this bot',
  'who (?:made|created|built|wrote) you|are you (?:a |an )?(?:bot|human|real|ai|there|alive|online|working)|(?:you|u) there',
  'how are (?:you|u)(?: doing)?(?: today)?|what(?: i|’?)s up|sup|tell me a joke',
  'what(?: i|’?)s the (?:time|date)(?: now)?|what (?:time|day|date) is it(?: now| today)?',
].join('|');

/** Calls for help, which ask for what the bot can do. */
const HELP = [
  '/?help(?: me)?|(?:can|could|will) you help(?: me)?|i need help',
  'what (?:can|do|could) (?:you|this bot) do|what can i ask(?: you)?|how (?:do|does|can) (?:you|this bot) work',
  'how (?:do|can|should) i use (?:you|this bot)',
].join('|');

/** Whom it is said to, and for what. */
const TO =
  '(?: (?:bot|there|all|everyone|everybody|folks|guys|team|again|so much|a lot|very much|for (?:that|this|the help|your help)|in advance|please))*';

const SMALL_TALK = new RegExp(`^(?:(?:${SAID}|${HELP})${TO}(?: (?:${SAID}|${HELP})${TO})*)?$`);
const CALL_FOR_HELP = new RegExp(`^(?:please )?(?:${HELP})${TO}$`);

/** More is no small talk, which also bounds the search. */
const LONGEST = 80;

/**
 * Whether some words are small talk, a call for help among it: all they say is that, or nothing, and nothing stands in quotation
 * marks.
 */
export const isSmallTalk = (words: string): boolean =>
  words.length <= LONGEST && words.trim() !== '' && SMALL_TALK.test(plain(words));

/** Whether all that some words say is a call for help. */
export const isCallForHelp = (words: string): boolean =>
  words.length <= LONGEST && CALL_FOR_HELP.test(plain(words));

const plain = (words: string): string =>
  fold(words)
    .replace(/[\p{S}\p{Extended_Pictographic}]|[.,!?…:;)(-]+/gu, ' ')
    .replace(/'/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
