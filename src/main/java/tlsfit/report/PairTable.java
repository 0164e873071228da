package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import tlsfit.compare.Comparison;
import tlsfit.compare.Pair;
import tlsfit.compare.QuantityComparison;

/** The pairs of a comparison as CSV. */
public final class PairTable {
  private PairTable() {}

  /** A row for each pair and quantity; differences in SI units. */
  public static String csv(Comparison comparison) {
    StringBuilder text =
        new StringBuilder(
            "quantity,first,second,ratio,standard_error,lower,upper,difference,difference_lower,"
                + "difference_upper,calibration,independent_lower,independent_upper,p_value,"
                + "p_value_holm,p_value_independent,obstacle\n");
    for (QuantityComparison quantity : comparison.quantities()) {
      for (Pair pair : quantity.pairs()) {
        List<String> cells = new ArrayList<>();
        cells.add(quantity.quantity().key());
        cells.add(SampleTable.quoted(pair.first()));
        cells.add(SampleTable.quoted(pair.second()));
        cells.add(SampleTable.number(pair.ratio()));
        cells.add(SampleTable.number(pair.standardError()));
        cells.add(SampleTable.number(pair.lower()));
        cells.add(SampleTable.number(pair.upper()));
        cells.add(SampleTable.number(pair.difference()));
        cells.add(SampleTable.number(pair.differenceLower()));
        cells.add(SampleTable.number(pair.differenceUpper()));
        cells.add(SampleTable.number(pair.calibration()));
        cells.add(SampleTable.number(pair.independentLower()));
        cells.add(SampleTable.number(pair.independentUpper()));
        cells.add(SampleTable.number(pair.pValue()));
        cells.add(SampleTable.number(pair.pValueHolm()));
        cells.add(SampleTable.number(pair.pValueIndependent()));
        cells.add(pair.obstacle() == null ? "" : pair.obstacle().key());
        text.append(String.join(",", cells)).append('\n');
      }
    }
    return text.toString();
  }
}
