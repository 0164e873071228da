package tlsfit.report;

import java.util.List;
import java.util.stream.Collectors;
import tlsfit.compare.ComparedSample;
import tlsfit.compare.Comparison;
import tlsfit.compare.Note;
import tlsfit.compare.Obstacle;
import tlsfit.compare.Quantity;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.QuantitySymbol;

/** The words of a comparison of samples. */
final class CompareWords {
  private CompareWords() {}

  /** What a quantity is called. */
  static String title(Quantity quantity) {
    return switch (quantity) {
      case DIPOLE_MOMENT -> "Dipole moment";
      case CHI -> "TLS strength";
      case LOSS_TANGENT -> "Loss tangent";
      case RELAXATION_TIME -> "Relaxation time";
    };
  }

  /** Its symbol. */
  static String symbol(Quantity quantity) {
    return QuantitySymbol.of(quantity.key());
  }

  /** The symbol with the unit it is shown in. */
  static String column(Quantity quantity) {
    return symbol(quantity) + " [" + unit(quantity).symbol().replace("×", "") + "]";
  }

  static DisplayUnit unit(Quantity quantity) {
    return DisplayUnit.of(quantity.key());
  }

  /** Why a value takes no part. */
  static String obstacle(Obstacle obstacle) {
    return switch (obstacle) {
      case NOT_VALID -> "its fit is not valid";
      case NOT_DETERMINED -> "its readings do not determine it";
      case ABSENT -> "it is not part of the fit";
      case FIXED -> "it was fixed";
      case AT_BOUND -> "it lies at a bound";
      case LIMIT -> "there is a limit only";
      case NO_INTERVAL -> "it has no confidence interval";
      case OTHER_MODEL -> "by different models";
      case OTHER_EDITION -> "by different editions of the model: fit again";
    };
  }

  /** What differs between samples, as a sentence. */
  static String note(Note note) {
    String values = String.join(", ", note.values());
    return switch (note.code()) {
      case MODELS ->
          "Different models (" + values + "): the same readings give different values with each.";
      case EDITIONS ->
          "Different editions of a model ("
              + values
              + "), which give different numbers: fit again.";
      case RELAXATION -> "Some fits have relaxation, others not.";
      case LEVELS ->
          "The results have intervals of different levels ("
              + note.values().stream()
                  .map(level -> NumberText.percent(Double.parseDouble(level), 6))
                  .collect(Collectors.joining(", "))
              + "): brought to one by the quantiles of the normal distribution.";
      case NOISE -> "σ is known in different ways: " + values + ".";
      case FREQUENCIES -> {
        List<Double> ends = note.values().stream().map(Double::valueOf).toList();
        DisplayUnit unit = DisplayUnit.of("frequency");
        yield "The resonances lie between "
            + unit.text(ends.get(0), 4)
            + " and "
            + unit.text(ends.get(1), 4)
            + ": TLS of different energies are compared.";
      }
      case PAIRS_LEFT_OUT ->
          "Of more than "
              + Comparison.MOST_PAIRED
              + " samples no pairs are made, unless all are compared with one.";
      case NO_COVARIATE -> "The covariate is not known in a unit of the others: " + values + ".";
    };
  }

  /** The verdict of a sample in one or two words. */
  static String verdict(ComparedSample sample) {
    return TextReport.word(sample.valid(), sample.determined());
  }
}
