package tlsfit.table;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a table's file before it is known what it is.
 *
 * @param line it begins in
 * @param comment whether it stands behind a comment mark
 * @param text all of a comment; empty for other lines
 * @param fields its fields
 */
record TableRecord(int line, boolean comment, String text, List<String> fields) {
  private static final Pattern RULE = Pattern.compile("[:+|]?[-=_+|]{2,}:?|:?-+:");

  /** Whether most fields that are not empty look like numbers, and one is a number at least. */
  boolean isData() {
    if (fields instanceof SlicedFields sliced && isPlainData(sliced)) {
      return true;
    }
    int filled = 0;
    int numeric = 0;
    boolean number = false;
    for (String field : fields) {
      if (!field.isEmpty()) {
        filled++;
        numeric += NumberLook.isNumeric(field) ? 1 : 0;
        number |= !number && NumberLook.isNumber(field);
      }
    }
    return number && 2 * numeric >= filled;
  }

  // without making the fields
  private static boolean isPlainData(SlicedFields fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.isPlainNumber(i)) {
        return false;
      }
    }
    return fields.size() > 0;
  }

  /** Whether no field has anything in it. */
  boolean isEmpty() {
    return fields.stream().allMatch(String::isEmpty);
  }

  /** Whether every field is a rule of dashes, as between the head and body of a drawn table. */
  boolean isRule() {
    return fields.stream().allMatch(field -> RULE.matcher(field).matches());
  }

  /** Number of fields, one empty field at the end left aside. */
  int width() {
    int size = fields.size();
    return size > 1 && fields.get(size - 1).isEmpty() ? size - 1 : size;
  }
}
