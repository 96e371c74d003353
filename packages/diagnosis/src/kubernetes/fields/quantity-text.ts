/** The amount in the form people write: CPU in cores or `m`, bytes in `Mi` or `Gi`. */
export function quantityText(resource: string, amount: number): string {
  if (resource.endsWith('cpu')) return Number.isInteger(amount) ? `${amount}` : `${Math.round(amount * 1000)}m`;
  if (!/memory|storage/.test(resource)) return `${amount}`;
  return amount >= 2 ** 30 && Number.isInteger(amount / 2 ** 30)
    ? `${amount / 2 ** 30}Gi`
    : `${Math.round(amount / 2 ** 20)}Mi`;
}
