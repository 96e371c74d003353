/** How a delivery reached the gateway. */
export interface Delivery {
  /** SHA-256 of the raw body, or of the source's own delivery id where it has one. */
  readonly id: string;
  /** RFC 3339. */
  readonly receivedAt: string;
  /** Name of the event, where the source sends it beside the body. */
  readonly event?: string | undefined;
}
