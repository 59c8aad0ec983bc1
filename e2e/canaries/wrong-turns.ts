import { Visitor } from '../../scripts/lib/person.ts';

interface Link {
  readonly url: string;
  readonly code: string;
}

/** Everything that can go wrong on a one-time page, with a secret in hand each time. The last one locks the link. */
export async function takeEveryWrongTurn({ url, code }: Link, secret: string): Promise<readonly number[]> {
  const { origin } = new URL(url);
  const form = new URLSearchParams({ code, secret });
  const post = (body: string, type: string) => fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
  const FORM = 'application/x-www-form-urlencoded';
  const strangers = [
    await fetch(`${origin}/nowhere?${form}`),
    await fetch(`${origin}/s/${'A'.repeat(43)}`, { method: 'POST', body: form }),
    await fetch(`${origin}/s/%E0%A4%A?${form}`),
    await fetch(url, { method: 'PUT', body: form }),
    await post(form.toString(), FORM),
    await post(form.toString(), `${FORM}; charset=utf-7`),
    await post(`secret=${encodeURIComponent(secret)}&filler=${'x'.repeat(20_000)}`, FORM),
  ];
  const visitor = new Visitor();
  const visits = [
    await visitor.open(url),
    await visitor.send(url, { code, secret: `${secret} ` }),
    await visitor.send(url, { code: 'six digits', secret }),
  ];
  const wrong = code === '000000' ? '000001' : '000000';
  for (let miss = 0; miss < 5; miss += 1) visits.push(await visitor.send(url, { code: wrong, secret }));
  return [...strangers, ...visits].map(({ status }) => status);
}
