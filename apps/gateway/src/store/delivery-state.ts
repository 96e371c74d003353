/** Where an accepted delivery stands; every one ends in another state than `pending`. */
export type DeliveryState = 'pending' | 'filtered' | 'grouped' | 'started' | 'quarantined';
