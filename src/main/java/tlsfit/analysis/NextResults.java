package tlsfit.analysis;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.planning.NextReading;
import tlsfit.planning.NextReadings;
import tlsfit.result.FitResult;

/** Turns advice on what to measure next into results. */
final class NextResults {
  private NextResults() {}

  static List<FitResult.NextResult> of(Fit fit, Verdict verdict) {
    return NextReadings.of(fit, verdict).stream().map(NextResults::of).toList();
  }

  private static FitResult.NextResult of(NextReading next) {
    return new FitResult.NextResult(
        next.drive() instanceof Drive.AcField field ? Double.valueOf(field.amplitude()) : null,
        next.biasRate() instanceof BiasRate.FieldRate rate ? Double.valueOf(rate.rate()) : null,
        next.rabi(),
        next.sweepRate(),
        next.powerChange(),
        next.parameter().key(),
        value(next.before()),
        value(next.after()),
        next.text());
  }

  private static @Nullable Double value(OptionalDouble number) {
    return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
  }
}
