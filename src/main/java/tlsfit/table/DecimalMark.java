package tlsfit.table;

/** The sign before the decimals of numbers; the other one may stand between thousands. */
public enum DecimalMark {
  /** 1.5 */
  POINT('.', ','),
  /** 1,5 */
  COMMA(',', '.');

  private final char sign;
  private final char thousands;

  DecimalMark(char sign, char thousands) {
    this.sign = sign;
    this.thousands = thousands;
  }

  /** The sign itself. */
  public char sign() {
    return sign;
  }

  /** The sign that it leaves for groups of three digits. */
  char thousands() {
    return thousands;
  }
}
