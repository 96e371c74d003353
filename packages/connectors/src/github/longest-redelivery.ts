/** Hours after which a delivery is not believed to be new: GitHub sends one again for three days. */
export const longestRedelivery = 7 * 24;
