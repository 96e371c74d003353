import { isSecretValue } from '../keys/is-secret-value.ts';
import { secretKeyClass } from '../keys/secret-key-class.ts';
import type { Tagger } from '../tagger.ts';

// Starts at a telling word inside the key; the rest of the key before it is read backwards from the match, which keeps this linear.
const assignment =
  /(?:pass|pwd|secret|token|key|auth|credential|dsn)[\w.-]{0,48}(["'\\]{0,4}\]?\s{0,3}(?::=|=>|[:=])\s{0,3})(["'\\]{0,4})([^\s"',;&]{1,4096}|(?<=["'])[^"'\r\n]{1,4096})/gi;
const keyCharacter = /[\w./-]/;

/** Replaces what is assigned to a key that names a secret: `PASSWORD=…`, `"apiKey": "…"`, `--token=…`, `client-key-data: …`. */
export function hideAssignments(text: string, tag: Tagger): string {
  return text.replace(assignment, (whole: string, operator: string, quote: string, value: string, offset: number) => {
    // A tag of an earlier layer reads like an assignment to `secret`.
    if (text[offset - 1] === '[' && whole.startsWith('secret:')) return whole;
    const keyEnd = whole.length - value.length - quote.length - operator.length;
    const kind = secretKeyClass(`${keyBefore(text, offset)}${whole.slice(0, keyEnd)}`);
    if (kind === undefined) return whole;
    const body = value.replace(/\\+$/, '');
    // A colon followed by a space is as often prose ("invalid token: expired") as it is YAML.
    const isProse = quote === '' && /^["']?:\s/.test(operator);
    if (!isSecretValue(kind, body, isProse ? 'prose' : 'assignment')) return whole;
    return `${whole.slice(0, keyEnd)}${operator}${quote}${tag(kind, body)}${value.slice(body.length)}`;
  });
}

function keyBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && offset - start < 48 && keyCharacter.test(text[start - 1] ?? ' ')) start--;
  return text.slice(start, offset);
}
