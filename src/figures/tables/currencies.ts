/** Currencies: the name a figure's unit gets, and how they are written. */

interface Currency {
  readonly unit: string;
  /** Before or after the number: `$`, `US$`, `EUR`. Case matters. */
  readonly signs: string;
  /** After the number, in lower case and singular; several words with `_`. */
  readonly names: string;
}

const CURRENCIES: readonly Currency[] = [
  {
    unit: 'dollar',
    signs: '$ US$ U.S.$ USD$ USD',
    names: 'dollar buck us_dollar u.s._dollar american_dollar usd',
  },
  { unit: 'cent', signs: '¢', names: 'cent' },
  { unit: 'euro', signs: '€ EUR', names: 'euro eur' },
  { unit: 'pound sterling', signs: '£ GBP PS', names: 'quid pound_sterling gbp british_pound' },
  { unit: 'pence', signs: '', names: 'pence' },
  { unit: 'japanese yen', signs: '¥ JPY JP¥ Y=', names: 'yen japanese_yen jpy' },
  { unit: 'chinese yuan', signs: 'CNY RMB CN¥', names: 'yuan renminbi rmb chinese_yuan cny' },
  { unit: 'indian rupee', signs: '₹ Rs Rs. INR', names: 'rupee indian_rupee inr' },
  { unit: 'pakistani rupee', signs: 'PKR', names: 'pakistani_rupee' },
  { unit: 'australian dollar', signs: 'A$ AU$ AUD', names: 'australian_dollar aussie_dollar' },
  { unit: 'canadian dollar', signs: 'C$ CA$ CAD CDN$', names: 'canadian_dollar loonie' },
  { unit: 'hong kong dollar', signs: 'HK$ HKD', names: 'hong_kong_dollar' },
  { unit: 'new zealand dollar', signs: 'NZ$ NZD', names: 'new_zealand_dollar' },
  { unit: 'singapore dollar', signs: 'S$ SGD', names: 'singapore_dollar singaporean_dollar' },
  { unit: 'taiwan dollar', signs: 'NT$ TWD', names: 'taiwan_dollar' },
  { unit: 'brazilian real', signs: 'R$ BRL', names: 'reais brazilian_real' },
  { unit: 'mexican peso', signs: 'MX$ MXN', names: 'mexican_peso' },
  { unit: 'peso', signs: '₱', names: 'peso' },
  { unit: 'swiss franc', signs: 'CHF', names: 'swiss_franc franc' },
  { unit: 'russian ruble', signs: '₽ RUB', names: 'ruble rouble russian_ruble' },
  { unit: 'south korean won', signs: '₩ KRW', names: 'won korean_won south_korean_won' },
  { unit: 'malaysian ringgit', signs: 'RM MYR', names: 'ringgit malaysian_ringgit' },
  { unit: 'thai baht', signs: '฿ THB', names: 'baht thai_baht' },
  { unit: 'indonesian rupiah', signs: 'Rp IDR', names: 'rupiah indonesian_rupiah' },
  { unit: 'vietnamese dong', signs: '₫ VND', names: 'dong vietnamese_dong' },
  { unit: 'philippine peso', signs: 'PHP', names: 'philippine_peso' },
  { unit: 'turkish lira', signs: '₺ TRY', names: 'lira turkish_lira' },
  { unit: 'israeli shekel', signs: '₪ ILS NIS', names: 'shekel' },
  { unit: 'south african rand', signs: 'ZAR', names: 'rand south_african_rand' },
  { unit: 'swedish krona', signs: 'SEK', names: 'swedish_krona swedish_kronor' },
  { unit: 'norwegian krone', signs: 'NOK', names: 'norwegian_krone norwegian_kroner' },
  { unit: 'danish krone', signs: 'DKK', names: 'danish_krone danish_kroner' },
  { unit: 'krone', signs: 'kr', names: 'krona kronor krone kroner' },
  { unit: 'polish zloty', signs: 'PLN', names: 'zloty' },
  { unit: 'czech koruna', signs: 'CZK', names: 'koruna' },
  { unit: 'hungarian forint', signs: 'HUF', names: 'forint' },
  { unit: 'croatian kuna', signs: 'HRK', names: 'kuna' },
  { unit: 'georgian lari', signs: '₾ GEL', names: 'lari' },
  { unit: 'ukrainian hryvnia', signs: '₴ UAH', names: 'hryvnia' },
  { unit: 'saudi riyal', signs: 'SAR', names: 'riyal saudi_riyal' },
  { unit: 'uae dirham', signs: 'AED Dh Dhs', names: 'dirham' },
  { unit: 'kuwaiti dinar', signs: 'KWD', names: 'kuwaiti_dinar' },
  { unit: 'dinar', signs: '', names: 'dinar' },
  { unit: 'egyptian pound', signs: 'EGP', names: 'egyptian_pound' },
  { unit: 'nigerian naira', signs: '₦ NGN', names: 'naira' },
  { unit: 'ghanaian cedi', signs: '₵ GHS', names: 'cedi' },
  { unit: 'kenyan shilling', signs: 'KES Ksh KSh Sh', names: 'shilling' },
  { unit: 'bangladeshi taka', signs: '৳ BDT Tk', names: 'taka' },
  { unit: 'bitcoin', signs: '₿ BTC', names: 'bitcoin btc' },
  { unit: 'costa rican colón', signs: '₡', names: 'costa_rican_colón' },
  { unit: 'ether', signs: 'ETH', names: 'ether' },
];

/** Unit by sign or code. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(
  CURRENCIES.flatMap(({ unit, signs }) =>
    signs.split(' ').map((sign): [string, string] => [sign, unit]),
  ).filter(([sign]) => sign !== ''),
);

/** Unit by name, words separated by a space, singular and plural. */
export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(
  CURRENCIES.flatMap(({ unit, names }) =>
    names.split(' ').flatMap((name): [string, string][] => {
      const words = name.replaceAll('_', ' ');
      return [
        [words, unit],
        [`${words}s`, unit],
      ];
    }),
  ),
);
