// How the outlines stood after each act, so that one after the other is taken back.

export function makePast(fields) {
  const stand = () => fields.map((field) => field.value);
  const past = [stand()];

  const keep = () => {
    const now = stand();
    if (now.some((typed, at) => typed !== past.at(-1)[at])) past.push(now);
  };
  const back = () => {
    keep();
    if (past.length < 2) return false;
    past.pop();
    past.at(-1).forEach((typed, at) => (fields[at].value = typed));
    return true;
  };
  return { keep, back };
}
