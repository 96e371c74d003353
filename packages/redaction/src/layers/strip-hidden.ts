/** Controls but tab and line ends, soft hyphen, zero-width, bidi, variation selectors, private use. */
const single = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ue000-\uf8ff`;
const titleSequence = String.raw`\u001b\][^\u0007\u001b]{0,2048}(?:\u0007|\u001b\\)`;
const terminalSequence = String.raw`(?:\u001b\[|\u009b)[0-?]{0,32}[ -/]{0,4}[@-~]|\u001b[ -/]{0,4}[0-~]`;
/** Tag characters, further variation selectors and the private planes lie above the basic plane. */
const pairs = String.raw`\udb40[\udc00-\udfff]|[\udb80-\udbff][\udc00-\udfff]`;

const hidden = new RegExp(`${titleSequence}|${terminalSequence}|[${single}]|${pairs}`, 'g');
const suspicious = new RegExp(String.raw`[${single}\udb40-\udbff]`);

/** Drops terminal escapes and characters that a person does not see but a program or a model reads. */
export function stripHidden(text: string): string {
  return suspicious.test(text) ? text.replace(hidden, '') : text;
}
