package tlsfit.measurement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tlsfit.result.InputFile;
import tlsfit.result.SampleNotes;

/**
 * All that was measured on one sample, in SI units.
 *
 * @param sample the sample's name; names the result file too
 * @param sweeps one for each table, none empty
 * @param permittivity relative permittivity ε_r of the dielectric [1]; empty where not given
 * @param temperature temperature of the dielectric [K]; empty where not given
 * @param calibrationTerms what the calibration leaves uncertain; empty when nothing was said
 * @param inputs every file that was read
 * @param notes what was understood of the files, one line each, for the user to check
 * @param about what no fit uses
 * @param excluded readings that the user leaves out of the fit; no sweep holds them
 */
public record Measurement(
    String sample,
    List<Sweep> sweeps,
    OptionalDouble permittivity,
    OptionalDouble temperature,
    List<CalibrationTerm> calibrationTerms,
    List<InputFile> inputs,
    List<String> notes,
    SampleNotes about,
    List<ExcludedReading> excluded) {
  public Measurement {
    sweeps = List.copyOf(sweeps);
    calibrationTerms = List.copyOf(calibrationTerms);
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
    excluded = List.copyOf(excluded);
  }

  /** A measurement of which nothing more is said. */
  public Measurement(
      String sample,
      List<Sweep> sweeps,
      OptionalDouble permittivity,
      OptionalDouble temperature,
      List<CalibrationTerm> calibrationTerms,
      List<InputFile> inputs,
      List<String> notes) {
    this(
        sample,
        sweeps,
        permittivity,
        temperature,
        calibrationTerms,
        inputs,
        notes,
        SampleNotes.NONE,
        List.of());
  }

  /** All readings, sweep after sweep. */
  public Stream<Reading> readings() {
    return sweeps.stream().flatMap(sweep -> sweep.readings().stream());
  }
}
