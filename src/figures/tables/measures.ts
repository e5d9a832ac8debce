/** Physical and everyday measures: the name a figure's unit gets, its symbols (case matters) and its names. */

interface Measure {
  readonly unit: string;
  readonly symbols?: string;
  /** Lower case, singular; several words with `_`. The plural in `s` comes by itself. */
  readonly names: string;
  /** The SI prefixes it takes in practice, by symbol; `u` stands for all ways to write micro. */
  readonly prefixes?: string;
}

const MEASURES: readonly Measure[] = [
  // parts
  { unit: 'percentage', symbols: '% ٪ ％ pc', names: 'percent per_cent pct percentage' },
  { unit: 'per mille', symbols: '‰', names: 'per_mille' },
  { unit: 'percentage point', symbols: 'pp ppt', names: 'percentage_point percent_point %_point' },
  { unit: 'basis point', symbols: 'bps', names: 'basis_point' },
  { unit: 'parts-per-million', symbols: 'ppm', names: 'part_per_million parts_per_million' },
  { unit: 'parts-per-billion', symbols: 'ppb', names: 'part_per_billion parts_per_billion' },
  { unit: 'count', names: 'time fold' },
  // time
  { unit: 'second', symbols: 's', names: 'second sec', prefixes: 'fpnum' },
  { unit: 'minute', symbols: 'min', names: 'minute min' },
  { unit: 'hour', symbols: 'h hr hrs', names: 'hour hr' },
  { unit: 'day', symbols: 'd', names: 'day' },
  { unit: 'week', symbols: 'wk', names: 'week' },
  { unit: 'fortnight', names: 'fortnight' },
  { unit: 'month', names: 'month' },
  { unit: 'quarter', names: 'quarter' },
  { unit: 'year', symbols: 'yr yrs', names: 'year yr' },
  { unit: 'decade', names: 'decade' },
  { unit: 'megayear', symbols: 'Ma Myr', names: 'megayear megaannum' },
  { unit: 'gigayear', symbols: 'Ga Gyr', names: 'gigayear gigaannum' },
  { unit: 'century', names: 'century centuries' },
  { unit: 'year of age', names: 'year_old year_of_age years_of_age year_olds' },
  { unit: 'month of age', names: 'month_old month_of_age months_of_age' },
  { unit: 'week of age', names: 'week_old' },
  { unit: 'day of age', names: 'day_old' },
  // length, area, volume
  { unit: 'metre', symbols: 'm', names: 'metre meter', prefixes: 'pnumcdk' },
  { unit: 'inch', symbols: 'in in. ″', names: 'inch inches' },
  { unit: 'foot', symbols: 'ft ft. ′', names: 'foot feet' },
  { unit: 'yard', symbols: 'yd yds', names: 'yard' },
  { unit: 'mile', symbols: 'mi', names: 'mile' },
  { unit: 'nautical mile', symbols: 'nmi', names: 'nautical_mile' },
  { unit: 'light-year', symbols: 'ly', names: 'light_year lightyear' },
  { unit: 'astronomical unit', symbols: 'AU', names: 'astronomical_unit' },
  { unit: 'angstrom', symbols: 'Å', names: 'angstrom' },
  { unit: 'acre', names: 'acre' },
  { unit: 'femtobarn', symbols: 'fb', names: 'femtobarn' },
  { unit: 'hectare', symbols: 'ha', names: 'hectare' },
  { unit: 'litre', symbols: 'l L', names: 'litre liter', prefixes: 'numcdk' },
  { unit: 'gallon', symbols: 'gal', names: 'gallon' },
  { unit: 'pint', names: 'pint' },
  { unit: 'quart', names: 'quart' },
  { unit: 'cup', names: 'cup' },
  { unit: 'barrel', symbols: 'bbl', names: 'barrel' },
  { unit: 'bushel', symbols: 'bu', names: 'bushel' },
  { unit: 'cubic centimetre', symbols: 'cc', names: 'cc' },
  { unit: 'tablespoon', symbols: 'tbsp', names: 'tablespoon' },
  { unit: 'teaspoon', symbols: 'tsp', names: 'teaspoon' },
  // mass, amount
  { unit: 'gram', symbols: 'g', names: 'gram gramme', prefixes: 'pnumkM' },
  { unit: 'kilogram', names: 'kilo' },
  { unit: 'metric ton', symbols: 't', names: 'tonne metric_ton metric_tonne' },
  { unit: 'ton', names: 'ton' },
  { unit: 'pound-mass', symbols: 'lb lbs', names: 'pound lb' },
  { unit: 'ounce', symbols: 'oz', names: 'ounce' },
  { unit: 'stone', names: 'stone' },
  { unit: 'carat', symbols: 'ct', names: 'carat' },
  { unit: 'mole', symbols: 'mol', names: 'mole', prefixes: 'pnumk' },
  { unit: 'molar', symbols: 'mM µM μM nM', names: 'molar' },
  { unit: 'dalton', symbols: 'Da kDa', names: 'dalton' },
  // speed
  { unit: 'mile per hour', symbols: 'mph', names: 'mph m.p.h.' },
  { unit: 'kilometre per hour', symbols: 'kph kmh kmph', names: 'kph kmh k.p.h.' },
  { unit: 'knot', symbols: 'kn kt', names: 'knot' },
  { unit: 'mile per gallon', symbols: 'mpg', names: 'mpg' },
  {
    unit: 'revolutions per minute',
    symbols: 'rpm',
    names: 'rpm revolution_per_minute revolutions_per_minute',
  },
  { unit: 'beats per minute', symbols: 'bpm', names: 'bpm beats_per_minute' },
  { unit: 'frames per second', symbols: 'fps', names: 'fps frames_per_second' },
  { unit: 'barrel per day', symbols: 'bpd', names: 'bpd' },
  // force, energy, power, pressure
  { unit: 'newton', symbols: 'N', names: 'newton', prefixes: 'mkM' },
  { unit: 'newton metre', symbols: 'Nm', names: 'newton_metre newton_meter' },
  { unit: 'pound-foot', symbols: '', names: 'pound_foot pound_feet' },
  { unit: 'foot pound-force', symbols: 'lb-ft ft-lb ft-lbs lb-fts', names: 'foot_pound lb_ft ft_lb' },
  { unit: 'joule', symbols: 'J', names: 'joule', prefixes: 'mkMGTP' },
  { unit: 'watt', symbols: 'W', names: 'watt', prefixes: 'numkMGTP' },
  { unit: 'watt hour', symbols: 'Wh', names: 'watt_hour', prefixes: 'kMGT' },
  { unit: 'horsepower', symbols: 'hp HP PS', names: 'horsepower hp' },
  { unit: 'brake horsepower', symbols: 'bhp', names: 'bhp brake_horsepower' },
  { unit: 'calorie', symbols: 'cal', names: 'calorie', prefixes: 'k' },
  { unit: 'electronvolt', symbols: 'eV', names: 'electronvolt electron_volt', prefixes: 'mkMGT' },
  { unit: 'british thermal unit', symbols: 'BTU Btu', names: 'btu' },
  { unit: 'pascal', symbols: 'Pa', names: 'pascal', prefixes: 'hkMG' },
  { unit: 'bar', symbols: 'mbar', names: 'millibar' },
  { unit: 'pound-force per square inch', symbols: 'psi', names: 'psi' },
  { unit: 'g-force', names: 'g_force' },
  // electricity, light, radiation
  { unit: 'volt', symbols: 'V', names: 'volt', prefixes: 'numkM' },
  { unit: 'ampere', symbols: 'A', names: 'amp ampere', prefixes: 'pnumk' },
  { unit: 'ampere-hour', symbols: 'Ah', names: 'amp_hour ampere_hour' },
  { unit: 'milliampere-hour', symbols: 'mAh', names: 'mah milliamp_hour' },
  { unit: 'ohm', symbols: 'Ω kΩ MΩ', names: 'ohm' },
  { unit: 'farad', symbols: 'F', names: 'farad', prefixes: 'pnum' },
  { unit: 'coulomb', names: 'coulomb' },
  { unit: 'tesla', symbols: 'T', names: '' },
  { unit: 'henry', symbols: 'H', names: '' },
  { unit: 'weber', symbols: 'Wb', names: '' },
  { unit: 'siemens', symbols: 'S', names: '' },
  { unit: 'lumen', symbols: 'lm', names: 'lumen' },
  { unit: 'lux', symbols: 'lx', names: 'lux' },
  { unit: 'candela', symbols: 'cd', names: 'candela' },
  { unit: 'nit', names: 'nit' },
  { unit: 'decibel', symbols: 'dB dBA', names: 'decibel' },
  { unit: 'becquerel', symbols: 'Bq', names: 'becquerel', prefixes: 'kMGTP' },
  { unit: 'sievert', symbols: 'Sv mSv μSv µSv', names: 'sievert millisievert microsievert' },
  { unit: 'gray', symbols: 'Gy', names: '', prefixes: 'um' },
  { unit: 'curie', symbols: 'Ci', names: 'curie' },
  { unit: 'roentgen', symbols: 'R', names: 'roentgen' },
  { unit: 'hertz', symbols: 'Hz HZ hz', names: 'hertz', prefixes: 'mkMGT' },
  // temperature, angle
  {
    unit: 'celsius',
    symbols: '°C ℃ °c C',
    names: 'celsius degree_celsius degree_c deg_c degree_centigrade celcius degree_celcius centigrade',
  },
  {
    unit: 'fahrenheit',
    symbols: '°F ℉ °f',
    names: 'fahrenheit degree_fahrenheit degree_f deg_f farenheit degree_farenheit',
  },
  { unit: 'kelvin', symbols: 'K', names: 'kelvin' },
  { unit: 'degree', symbols: '° deg º', names: 'degree' },
  { unit: 'radian', symbols: 'rad', names: 'radian' },
  // data, images
  { unit: 'byte', symbols: 'B', names: 'byte', prefixes: 'kMGTP' },
  { unit: 'bit', names: 'bit', prefixes: 'kMGT' },
  { unit: 'gigabyte', symbols: 'gb GiB', names: 'gig gb' },
  { unit: 'megabyte', symbols: 'mb MiB', names: 'mb' },
  { unit: 'terabyte', symbols: 'tb TiB', names: 'tb' },
  { unit: 'kilobit per second', symbols: 'Kbps kbps', names: 'kbps' },
  { unit: 'megabit per second', symbols: 'Mbps mbps Mb/s', names: 'mbps' },
  { unit: 'gigabit per second', symbols: 'Gbps gbps Gb/s', names: 'gbps' },
  { unit: 'pixel', symbols: 'px', names: 'pixel', prefixes: 'MG' },
  { unit: 'megapixel', symbols: 'MP mp', names: 'mp' },
  { unit: 'dots per inch', symbols: 'dpi', names: 'dpi' },
  { unit: 'pixels per inch', symbols: 'ppi', names: 'ppi' },
  // counted by convention
  { unit: 'point', symbols: 'pt pts', names: 'point' },
  { unit: 'pence', symbols: 'p', names: 'penny' },
  { unit: 'cent', symbols: 'c', names: '' },
];

interface Prefix {
  readonly symbols: readonly string[];
  readonly name: string;
}

const PREFIXES: ReadonlyMap<string, Prefix> = new Map([
  ['f', { symbols: ['f'], name: 'femto' }],
  ['p', { symbols: ['p'], name: 'pico' }],
  ['n', { symbols: ['n'], name: 'nano' }],
  ['u', { symbols: ['µ', 'μ', 'u'], name: 'micro' }],
  ['m', { symbols: ['m'], name: 'milli' }],
  ['c', { symbols: ['c'], name: 'centi' }],
  ['d', { symbols: ['d'], name: 'deci' }],
  ['h', { symbols: ['h'], name: 'hecto' }],
  ['k', { symbols: ['k', 'K'], name: 'kilo' }],
  ['M', { symbols: ['M'], name: 'mega' }],
  ['G', { symbols: ['G'], name: 'giga' }],
  ['T', { symbols: ['T'], name: 'tera' }],
  ['P', { symbols: ['P'], name: 'peta' }],
]);

const split = (words: string | undefined): string[] => (words ? words.split(' ') : []);

interface Form {
  readonly unit: string;
  readonly symbols: readonly string[];
  readonly names: readonly string[];
}

/** The measure itself, then each of its prefixed forms. */
function formsOf(measure: Measure): Form[] {
  const symbols = split(measure.symbols);
  const names = split(measure.names).map((name) => name.replaceAll('_', ' '));
  const prefixed = [...(measure.prefixes ?? '')].flatMap((key) => {
    const prefix = PREFIXES.get(key);
    if (!prefix) return [];
    return {
      unit: prefix.name + measure.unit,
      symbols: symbols.flatMap((symbol) => prefix.symbols.map((sign) => sign + symbol)),
      names: names.map((name) => prefix.name + name),
    };
  });
  return [{ unit: measure.unit, symbols, names }, ...prefixed];
}

/** Later entries of the table do not replace earlier ones. */
function tableOf(keysOf: (form: Form) => readonly string[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const form of MEASURES.flatMap(formsOf)) {
    for (const key of keysOf(form)) if (!table.has(key)) table.set(key, form.unit);
  }
  return table;
}

/** Unit by symbol, as written: `kg`, `%`, `km`. */
export const MEASURE_SYMBOLS = tableOf(({ symbols }) => symbols);

const LOWER = new Map([...MEASURE_SYMBOLS].map(([symbol, unit]) => [symbol.toLowerCase(), unit]));

/** The unit of a symbol; glued to its number, two letters and more may be in any case (`2.4Ghz`, `10KG`). */
export const symbolUnit = (written: string, glued: boolean): string | undefined =>
  MEASURE_SYMBOLS.get(written) ??
  (glued && written.length > 1 ? LOWER.get(written.toLowerCase()) : undefined);

/** Unit by name in lower case, words separated by a space, singular and plural: `feet`, `percentage points`. */
export const MEASURE_NAMES = tableOf(({ names }) =>
  names.flatMap((name) => [name, `${name}s`, name.replace(/(?= )/, 's')]),
);
