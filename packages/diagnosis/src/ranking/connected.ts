/** From this nearness on a finding is connected with what the alert is about. */
export const connected = 0.6;
