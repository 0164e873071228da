package tlsfit.load;

import java.util.Optional;
import java.util.OptionalInt;
import tlsfit.table.Texts;

/**
 * What a sample file says about a column of a table: which it is, and what its header does not say.
 *
 * @param place where it stands; its text is the header, or the number of the column
 * @param number the column, the first being 1; empty where it is told by its header
 * @param unit its unit; empty where the header says it
 * @param asIs whether words in the header that speak against it are to be left aside
 */
record ColumnChoice(
    YamlNode.Scalar place, OptionalInt number, Optional<YamlNode.Scalar> unit, boolean asIs) {

  /** The column with a header. */
  static ColumnChoice named(YamlNode.Scalar header) {
    return new ColumnChoice(header, OptionalInt.empty(), Optional.empty(), false);
  }

  /** The header, with any blanks made one. */
  String header() {
    return Texts.oneBlank(place.text());
  }
}
