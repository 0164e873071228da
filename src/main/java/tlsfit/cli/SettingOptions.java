package tlsfit.cli;

import java.util.List;
import java.util.stream.Collectors;
import tlsfit.explain.RefusalText;
import tlsfit.explain.Setting;
import tlsfit.result.Refusal;

/** The options of {@code tlsfit fit} by which settings are made, for sentences that name them. */
final class SettingOptions {
  private SettingOptions() {}

  /** The option of a setting, with its value where there is but one. */
  static String option(Setting setting) {
    return switch (setting) {
      case MODEL -> "--model";
      case FIX -> "--fix";
      case BOUND -> "--bound";
      case PRIOR -> "--prior";
      case RELAXATION_OFF -> "--relaxation off";
      case SIGMA_ABSOLUTE -> "--sigma absolute";
      case SIGMA_RELATIVE -> "--sigma relative";
      case SIGMA_PER_TABLE -> "--sigma per-table";
      case SIGMA_NONE -> "--sigma none";
      case LOSS_CAUCHY -> "--loss cauchy";
      case CALIBRATION_SEPARATE -> "--no-fit-calibration";
      case DIPOLE_WIDTH -> "--dipole-width";
      case FIELD_POWER_LAW -> "--field-power-law LARGEST";
      case FIELD_TABLE -> "--field-table FILE";
      case FIELD_WEIGHT -> "--field-weight";
      case LEVEL -> "--level";
      case REPLICATES -> "--replicates";
      case BOOTSTRAP -> "--bootstrap";
      case INTERVALS_PROFILE -> "--intervals profile";
      case INTERVALS_BOOTSTRAP -> "--intervals bootstrap";
      case OWN_REFERENCE -> "--reference per-table";
      case DRIFT_LINEAR -> "--drift linear";
      case BASELINE_LINEAR -> "--baseline linear";
      case BASELINE_QUADRATIC -> "--baseline quadratic";
      case BASELINE_SQRT -> "--baseline sqrt";
      case DRIFT_NONE -> "--drift none";
    };
  }

  /** A refusal, in words that name options. */
  static String text(Refusal refusal) {
    return RefusalText.of(refusal, SettingOptions::option);
  }

  /** Refusals as one message, the same words but once. */
  static String text(List<Refusal> refusals) {
    return refusals.stream().map(SettingOptions::text).distinct().collect(Collectors.joining("; "));
  }
}
