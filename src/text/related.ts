/** Words that stand for one another in questions and answers, by folded form. */
const GROUPS = [
  'head ceo chief boss leader chairman executive director',
  'people person employee associate staff worker workforce',
  'work employ employee employment job',
  'promise commit pledge vow',
  'meeting meet met sit sat talk',
  'revenue sales turnover',
  'buy purchase',
  'firm company business',
  'usa america american',
  'say said tell told',
];

const RELATED: ReadonlyMap<string, readonly string[]> = relate(GROUPS);

/** Forms that may stand for a folded form, without the form itself. */
export const relatedForms = (form: string): readonly string[] => RELATED.get(form) ?? [];

function relate(groups: readonly string[]): Map<string, string[]> {
  const related = new Map<string, string[]>();
  for (const group of groups) {
    const forms = group.split(' ');
    for (const form of forms) {
      const others = forms.filter((other) => other !== form);
      related.set(form, [...(related.get(form) ?? []), ...others]);
    }
  }
  return related;
}
