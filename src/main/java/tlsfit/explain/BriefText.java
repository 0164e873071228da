package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.result.ModelFit;
import tlsfit.units.NumberText;

/** Checks that hold, and another model beside that of the fit, in a few words. */
final class BriefText {
  /**
   * ΔAICc from which on a model has essentially no support (Burnham and Anderson, Model Selection
   * and Multimodel Inference, 2nd ed., 2002, section 2.6).
   */
  private static final double NO_SUPPORT = 10;

  private BriefText() {}

  static String of(Finding finding) {
    String p =
        Words.brackets(Words.number(finding.pValue(), value -> NumberText.probability(value)));
    return switch (finding.code()) {
      case CHI_SQUARE -> "scatter as σ say" + p;
      case RUNS -> "no trend" + p;
      case SERIAL_CORRELATION -> "uncorrelated" + p;
      case NORMALITY -> "normal" + p;
      case OUTLIERS -> "no outlier";
      case TABLES -> "tables agree" + p;
      case SLOW_CHANGE -> "no slow change" + p;
      case SPREAD -> "no spread of p" + p;
      default -> finding.code().key() + p;
    };
  }

  static String model(ModelFit own, ModelFit other) {
    @Nullable Double mine = own.aicc();
    @Nullable Double theirs = other.aicc();
    if (mine == null || theirs == null) {
      return "not compared";
    }
    double above = theirs - mine;
    String number = "ΔAICc " + (above > 0 ? "+" : "−") + NumberText.significant(Math.abs(above), 3);
    if (above >= NO_SUPPORT) {
      return "rejected by the readings (" + number + ")";
    }
    return above <= -NO_SUPPORT
        ? "fits far better (" + number + ")"
        : "not excluded (" + number + ")";
  }
}
