/** A piece of Slack's mrkdwn, read. */
export type Piece =
  | { kind: 'text' | 'code' | 'pre'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'quote' | 'item'; pieces: Piece[] }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'mention'; sigil: '@' | '#' | '!'; id: string; label: string }
  | { kind: 'break' };

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const inline =
  /<([^<>\s][^<>]*)>|`([^`\n]+)`|(?<![\w*_~])([*_~])(?=\S)([^\n]*?\S)\3(?![\w*_~])|(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)])/;

/** Slack escapes three characters, and only those. */
export function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** `<https://…|label>`, `<@U1>`, `<#C1|name>`, `<!here>`; anything else with brackets is text. */
function readBrackets(inner: string): Piece {
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? '' : withoutEntities(inner.slice(bar + 1));
  const sigil = target[0];
  if (sigil === '@' || sigil === '#' || sigil === '!') return { kind: 'mention', sigil, id: target.slice(1), label };
  // Only addresses that a browser may safely open; `javascript:` is text.
  if (!/^(https?|mailto|tel):/i.test(target)) return { kind: 'text', text: `<${withoutEntities(inner)}>` };
  const url = withoutEntities(target);
  return { kind: 'link', url, label: label === '' ? url.replace(/^mailto:/, '') : label };
}

function readInline(text: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (let found = inline.exec(rest); found !== null; found = inline.exec(rest)) {
    const [whole, brackets, code, mark, styled, url] = found;
    if (found.index > 0) pieces.push({ kind: 'text', text: withoutEntities(rest.slice(0, found.index)) });
    if (brackets !== undefined) pieces.push(readBrackets(brackets));
    else if (code !== undefined) pieces.push({ kind: 'code', text: withoutEntities(code) });
    else if (url !== undefined) pieces.push({ kind: 'link', url: withoutEntities(url), label: withoutEntities(url) });
    else if (mark !== undefined) pieces.push({ kind: styles[mark as keyof typeof styles], pieces: readInline(styled ?? '') });
    rest = rest.slice(found.index + whole.length);
  }
  if (rest !== '') pieces.push({ kind: 'text', text: withoutEntities(rest) });
  return pieces;
}

function readLine(line: string): Piece[] {
  const quote = /^(?:&gt;|>)\s?(.*)$/.exec(line);
  if (quote !== null) return [{ kind: 'quote', pieces: readInline(quote[1] ?? '') }];
  const item = /^\s*(?:•|◦|-)\s+(.*)$/.exec(line);
  if (item !== null) return [{ kind: 'item', pieces: readInline(item[1] ?? '') }];
  return readInline(line);
}

const isBlock = (pieces: Piece[] | undefined) => pieces?.[0]?.kind === 'quote' || pieces?.[0]?.kind === 'item';

/** Reads mrkdwn (docs.slack.dev, formatting message text). Never fails: what is no markup is text. */
export function readMrkdwn(text: string): Piece[] {
  return text.split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: withoutEntities(part) }];
    if (part === '') return [];
    const lines = part.split('\n').map(readLine);
    return lines.flatMap((pieces, at): Piece[] => {
      const breaks = at > 0 && !isBlock(pieces) && !isBlock(lines[at - 1]);
      return breaks ? [{ kind: 'break' }, ...pieces] : pieces;
    });
  });
}
