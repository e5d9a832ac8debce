/** Frequent given names of the English-speaking world, lower case. They tell a "he" from a "she". */

const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

export const MALE_NAMES = set(`
  aaron abdul abraham adam adrian ahmed al alan albert alec alejandro alex alexander alfred ali allan allen alvin amir
  andre andres andrew andy angelo anthony antonio arnold arthur asa austin barack barney barry bart ben benjamin bernard
  bernie bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron caleb calvin
  cameron carl carlos carlton cesar chad charles charlie chase chester chris christian christopher chuck clarence clark
  claude clay clayton cliff clifford clint clinton cody colin connor corey cory craig curt curtis cyrus dale dallas damian
  damon dan daniel danny darrell darren daryl dave david dean dennis derek derrick dick diego dmitry dominic don donald
  doug douglas duane duncan dustin dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elijah elliott elliot
  elmer elon emanuel emil enrique eric erik ernest ernesto ethan eugene evan felipe felix fernando floyd francis francisco
  frank franklin fred freddie frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard gilbert glen glenn
  gordon graham grant greg gregg gregory guillermo gus guy hal hank harold harrison harry harvey hassan hector henry herb
  herbert herman hiram homer horace howard hugh hugo ian ibrahim igor ike ira irving isaac ivan jack jackson jacob jake
  jamal james jamie jared jason javier jay jeb jeff jefferson jeffrey jeremiah jeremy jerome jerry jesse jesus jim jimmy joaquin
  joe joel johan john johnny jon jonah jonathan jordan jorge jose joseph josh joshua juan jules julian julio julius justin
  karl keith ken kenneth kenny kevin kirk kurt kyle lamar lance larry lars lawrence lee leo leon leonard leroy leslie lester lewis
  lincoln lindsey lionel lloyd logan lorenzo lou louis lucas luis luke luther malcolm manuel marc marcel marco marcos marcus
  mario mark marshall martin marvin mason matt matthew maurice max maxwell mel melvin michael miguel mike miles milton mitch
  mitchell mohamed mohammad mohammed morgan morris moses muhammad nate nathan nathaniel neal ned neil nelson newt nicholas nick
  nigel noah noel norman oliver omar orlando orrin oscar otto owen pablo pat patrick paul pedro perry pete peter phil philip
  phillip pierre preston quentin rafael ralph ramon rand randall randy raul ray raymond reggie reince reinhold rex ricardo
  rich richard rick ricky rob robbie robby robert roberto rod roderick rodney rodrigo roger roland ron ronald ronnie ross roy ruben
  rudolph rudy rupert russell rusty ryan salvador sam sammy samuel santiago saul scott sean sebastian sergei sergio seth shane
  shaun shawn sheldon sherman sid sidney simon spencer stan stanley stephen sterling steve steven stewart stuart sylvester tad
  ted terrance terrence terry theo theodore thomas tim timothy toby todd tom tommy tony travis trent trevor troy ty tyler
  ulysses vernon victor vince vincent virgil vladimir wade wallace walt walter warren wayne wendell wesley wilbur will willard
  william willie winston woodrow xavier yusuf zach zachary zack
`);

export const FEMALE_NAMES = set(`
  abby abigail ada adele adriana agnes aileen aisha alana alexandra alexis alice alicia alison allison alma alyssa amanda
  amber amelia amy ana andrea angela angelina angie anita ann anna anne annette annie antonia april ariana arlene ashley
  audrey ava barbara beatrice becky bella bernadette bernice bertha beth bethany betsy betty beverly bianca blanca
  bonnie brenda brianna bridget brittany brooke camille candace candice cara carla carly carmen carol carole caroline
  carolyn carrie cassandra catherine cathy cecilia celeste charlene charlotte chelsea cheri cheryl christina christine
  christy cindy claire clara claudia colleen condoleezza connie constance consuelo corinne courtney crystal cynthia daisy
  dana danielle daphne darlene dawn deb debbie deborah debra deirdre delia denise diana diane dianne dolores donna dora
  doris dorothy edith edna eileen elaine eleanor elena elise elizabeth ella ellen eloise elsa elsie emily emma erica erika
  erin esther ethel eva eve evelyn faith felicia fiona flora florence fran frances francesca gabriela gabrielle gail
  georgia geraldine gertrude gina ginger ginny gladys glenda gloria grace greta gretchen gwen gwendolyn hannah harriet
  hazel heather heidi helen helena hilary hillary holly hope huma ida ines inez ingrid irene iris isabel isabella
  ivanka ivy jackie jacqueline jamila jan jana jane janelle janet janice jasmine jean jeanette jeanne jen jenna jennie
  jennifer jenny jessica jill jo joan joann joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana
  julianne julie juliet june kamala kara karen karin karla kate katharine katherine kathleen kathryn kathy katie katrina
  katy kay kayla kelly kellyanne kelsey kendra kerry kim kimberly kirsten krista kristen kristi kristin kristina laura
  lauren laurie leah leigh lena leslie leticia lila lillian lily linda lisa liz liza lois lola loretta lori lorraine
  louise lucia lucille lucy lydia lynn mabel madeleine madeline mae maggie maia mandy marcia margaret margarita maria
  mariah marian marianne marie marilyn marina marion marissa marjorie marlene marsha martha mary maryam maureen maxine
  maya meg megan meghan melania melanie melinda melissa melody mercedes meredith michele michelle mildred mimi mindy
  miranda miriam moira mollie molly mona monica muriel myra nadia nancy naomi natalia natalie natasha nell nellie nicole
  nikki nina nora norma olga olive olivia opal paige pam pamela patrice patricia patsy patti patty paula pauline pearl
  peggy penelope penny phoebe phyllis priscilla rachel ramona raquel rebecca regina rena renee rhonda rita roberta robin
  rochelle ronda rosa rosalie rosalind rose rosemary rosie roxanne ruby ruth sabrina sadie sally samantha sandra sandy
  sara sarah savannah selena shannon sharon shawna sheila shelby shelley shelly sheri sherri sherry sheryl shirley silvia
  simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susana susannah susie suzanne sybil
  sylvia tamara tammy tania tanya tara tatiana teresa teri terri tess thelma theresa tiffany tina toni tonya tracey
  tracy trisha ursula valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy
  whitney whoopi wilma winifred yolanda yvette yvonne zoe
`);

/** Whether a lower-case word is a frequent given name. */
export const isGivenName = (word: string): boolean => MALE_NAMES.has(word) || FEMALE_NAMES.has(word);
