package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tlsfit.fit.Fit;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.units.Constants;

/**
 * The findings {@link FindingCode#PLAUSIBLE}: results that no two-level system in a dielectric has,
 * because a unit or a number of the calibration is wrong, and fields that none withstands.
 */
final class Plausibility {
  /**
   * p [C m] from 0.01 to 1000 D. Known ones are 0.2 to 30 D (Müller, Cole and Lisenfeld, Rep. Prog.
   * Phys. 82, 124501 (2019), section 3).
   */
  static final double SMALLEST_MOMENT = 0.01 * Constants.DEBYE;

  static final double LARGEST_MOMENT = 1000 * Constants.DEBYE;

  /** T10 [s] from 1 ns to 1 s. */
  static final double SHORTEST_TIME = 1e-9;

  static final double LONGEST_TIME = 1;

  /** χ [1], of which the loss tangents of dielectrics make 1e-6 to 1e-2. */
  static final double LARGEST_CHI = 0.1;

  /** The field amplitude [V/m] above which every dielectric has broken down. */
  static final double BREAKDOWN = 1e9;

  /** Standard errors by which 1/T10 must differ from 0 for T10 to be a number. */
  private static final double CLEARLY = 2;

  private Plausibility() {}

  /** What is not plausible, one finding each. */
  static List<Finding> of(Fit fit, Diagnosis diagnosis) {
    List<Finding> findings = new ArrayList<>();
    List<Reading> readings = fit.observations().readings();
    DoubleSummaryStatistics fields = summary(readings, reading -> reading.drive().field());
    DoubleSummaryStatistics rates = summary(readings, reading -> reading.biasRate().fieldRate());
    if (fields.getMax() > BREAKDOWN) {
      add(findings, fields, rates, "acField", fields.getMax(), BREAKDOWN, List.of());
    }
    if (!diagnosis.shiftSeen() || !diagnosis.converged()) {
      return findings;
    }
    for (Parameter parameter : fit.free()) {
      double value = fit.values().get(parameter);
      double limit = limit(parameter, value);
      boolean told = parameter != Parameter.RELAXATION_TIME || relaxes(fit);
      if (told && diagnosis.determines(parameter) && limit > 0) {
        add(findings, fields, rates, parameter.key(), value, limit, List.of(parameter.key()));
      }
    }
    return findings;
  }

  /** The limit that a value exceeds; 0 where it is plausible. */
  private static double limit(Parameter parameter, double value) {
    return switch (parameter) {
      case DIPOLE_MOMENT -> outside(value, SMALLEST_MOMENT, LARGEST_MOMENT);
      case RELAXATION_TIME -> outside(value, SHORTEST_TIME, LONGEST_TIME);
      case CHI -> value < 1 ? outside(value, 0, LARGEST_CHI) : 0; // SMALL_STRENGTH says more
      default -> 0;
    };
  }

  private static double outside(double value, double low, double high) {
    return value < low ? low : value > high ? high : 0;
  }

  /** Whether the readings say that there is relaxation; else T10 is as long as one likes. */
  private static boolean relaxes(Fit fit) {
    int column = fit.free().indexOf(Parameter.RELAXATION_TIME);
    double error = Math.sqrt(fit.covariance()[column][column]);
    return fit.values().relaxationRate() > CLEARLY * error;
  }

  private static void add(
      List<Finding> findings,
      DoubleSummaryStatistics fields,
      DoubleSummaryStatistics rates,
      String subject,
      double value,
      double limit,
      List<String> parameters) {
    findings.add(
        Finding.of(FindingCode.PLAUSIBLE, Kind.FACT, false)
            .about(subject)
            .withValue(value)
            .withLimit(limit)
            .ofParameters(parameters)
            .with("lowestField", fields.getMin())
            .with("highestField", fields.getMax())
            .with("lowestRate", rates.getMin())
            .with("highestRate", rates.getMax()));
  }

  private static DoubleSummaryStatistics summary(
      List<Reading> readings, Function<Reading, OptionalDouble> number) {
    return readings.stream()
        .map(number)
        .flatMapToDouble(OptionalDouble::stream)
        .summaryStatistics();
  }
}
