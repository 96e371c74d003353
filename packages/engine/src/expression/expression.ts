/** A parsed condition of a `depends`, a `when` or a `retryStrategy.expression`. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'and' | 'or' | 'equal' | 'unequal';
      readonly left: Expression;
      readonly right: Expression;
    };
