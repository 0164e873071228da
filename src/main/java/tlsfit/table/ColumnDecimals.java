package tlsfit.table;

/** What is known of the decimal mark of a column. */
public enum ColumnDecimals {
  /** The decimal mark is a point; commas may stand between thousands. */
  POINT,
  /** The decimal mark is a comma; points may stand between thousands. */
  COMMA,
  /** A comma or a point before three digits may be a decimal mark or stand between thousands. */
  AMBIGUOUS,
  /** Some cells have decimal points, others decimal commas. */
  MIXED
}
