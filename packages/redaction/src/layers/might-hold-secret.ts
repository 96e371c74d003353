// One cheap look for anything a layer starts from; most lines hold none of it. Every layer's corpus test fails when its start is missing here.
const start =
  /pass|pwd|secret|token|key|auth|credential|cookie|bearer|basic|:\/\/|@|eyJ|A[KS]IA|gh[pousr]_|github_pat|xox|sk[-_]|rk_|AIza|ya29|GOCSPX|npm_|pypi-|glpat|glrt|glsa_|glc_|SG\.|SK[0-9a-f]{8}|hv[sb]\.|dop_v1|dckr_pat|shp(?:at|ca|pa|ss)_|sq0|dapi|NRAK|lin_api|ntn_|hf_|ATATT|:AA|dp\.|sig=|signature=/i;

/** Whether the layers have to look at a text at all. */
export function mightHoldSecret(text: string): boolean {
  return start.test(text);
}
