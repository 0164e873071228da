package tlsfit.load;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Sweep;
import tlsfit.result.InputFile;
import tlsfit.setup.FitSetup;
import tlsfit.setup.SlowChange;
import tlsfit.table.InputProblem;
import tlsfit.table.TextFile;
import tlsfit.units.Quantity;

/**
 * Reads what was measured on one sample: a sample file with its tables, or a table alone.
 *
 * <p><b>Table.</b> Text, compressed text, a sheet of a workbook, or datasets of an HDF5 file
 * ({@link tlsfit.table.TableFile}). Of a text, encoding, separator, comments, header, units and
 * decimal marks are guessed and told in the notes, as far as the sample file does not say them. A
 * number that is missing ({@code nan}, {@code --}, an empty cell) leaves its row out, or only σ;
 * what can be read in two ways is refused.
 *
 * <p><b>Columns</b> known by their names, whatever the case, with spaces, hyphens and underscores
 * made equal: {@code ac_field} [V/m]; {@code rabi_frequency} [1/s]; {@code photons}; {@code power}
 * [dBm], that of the source; {@code bias_rate} [V/m/s], [V/s] or [1/s^2], of which the magnitude
 * counts, or {@code bias_amplitude} [V] and {@code bias_frequency} [Hz] of a triangle wave; {@code
 * frequency} [Hz]; {@code frequency_shift}, relative to {@code resonator.frequency}; {@code
 * frequency_sigma} [Hz], or relative to a shift; {@code loaded_q}, {@code coupling_q}, {@code
 * internal_q}; else by the names of the field ({@code columns.yaml}). The unit stands after the
 * name and may be any of its dimension ({@link tlsfit.units.Unit}); an uncertainty may tell its
 * level ({@code 95%}, {@code 2 sigma}, {@code k=2}). Words in a header that speak against what it
 * is taken for are never ignored. A table needs one drive (the first four), one bias rate and one
 * frequency; other columns are left out, with a note.
 *
 * <p><b>Sample file.</b> YAML with the keys
 *
 * <ul>
 *   <li>{@code sample}: its name, also that of result files; {@code description}: free text; {@code
 *       covariates}: numbers with units that say how the sample was made; {@code
 *       calibration-group}: the samples with which it shares equal numbers of the calibration
 *   <li>{@code resonator}: {@code frequency}, {@code gap}, {@code capacitance}, {@code
 *       permittivity}, {@code coupling} (notch, reflection, transmission), {@code loaded-q}, {@code
 *       coupling-q}, {@code temperature}
 *   <li>{@code calibration}: {@code attenuation}, {@code field-per-sqrt-photon} or {@code
 *       field-per-sqrt-watt} (both in V/m), {@code bias-fraction}; {@code id}: a name of the line,
 *       or of single numbers
 *   <li>{@code fit}: {@code fix}, {@code bound} and {@code prior}, each from names of parameters to
 *       values, ranges and uncertain values; {@code sigma}, {@code loss}, {@code calibration}
 *       ({@link tlsfit.setup.FitSetup})
 *   <li>{@code tables}: a list, each with {@code file} (relative to the sample file); for all its
 *       rows {@code ac-field}, {@code rabi-frequency}, {@code photons}, {@code power}, {@code
 *       bias-rate}, {@code loaded-q}, {@code sigma}, or {@code bias-amplitude} (peak to peak) with
 *       {@code bias-frequency} of a triangle wave; {@code columns}, from the names of the
 *       constants, {@code frequency} and {@code frequency-shift} to headers, numbers or paths of
 *       the table, with units; {@code header}, {@code decimal}, {@code separator}, {@code sheet},
 *       {@code range} and {@code dataset} for its layout; {@code repeats: keep}; {@code reference},
 *       {@code drift} and {@code baseline} for slow changes that are to be fitted ({@link
 *       tlsfit.setup.SlowChange})
 * </ul>
 *
 * <p>Quantities are written with units and, under {@code resonator} and {@code calibration}, with
 * standard uncertainties: {@code 78 dB +- 1 dB} ({@link tlsfit.units.Quantity}). Powers, photons
 * and voltages become fields by {@link tlsfit.measurement.Calibration}, at {@code
 * resonator.frequency} or else at the median of all measured frequencies.
 *
 * <p><b>Faults</b> of all files are collected and thrown together; nothing is loaded in part.
 */
public final class Loader {
  private final String file;
  private final Path path;
  private final List<InputProblem> problems = new ArrayList<>();
  private final List<InputFile> inputs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Object, String> contents = new HashMap<>(); // file by hash and columns
  private final List<String> warnings = new ArrayList<>();

  private Loader(Path path) {
    this.path = path;
    this.file = path.toString();
  }

  /**
   * Reads a sample file, or a table alone.
   *
   * @param path a sample file where its name ends in .yaml or .yml, else a table
   * @return the measurement in SI units, and how the sample file wants it to be fitted
   * @throws InputException if anything is wrong with any of the files; it holds all that is wrong
   */
  public static LoadedSample load(Path path) {
    return new Loader(path).load();
  }

  private LoadedSample load() {
    String name = String.valueOf(path.getFileName());
    boolean isSample = name.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    SampleFile sample = isSample ? sampleFile() : tableAlone(name);
    List<LoadedTable> tables = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (TableEntry entry : sample.tables()) {
      // one file may be read twice for two frequency columns, but not to count rows twice
      if (!seen.add(List.of(entry.file(), headers(entry)))) {
        add(entry, entry.file() + " is listed twice", "remove one, or name different columns");
      }
      read(entry).ifPresent(tables::add);
    }
    throwIfAny();
    notes.addAll(sample.notes());
    tables.forEach(table -> notes.addAll(table.notes()));
    sample.tables().forEach(this::noteSlow);
    Temperatures temperatures =
        new Temperatures(sample.calibration().resonator().temperature(), tables);
    temperatures.note().ifPresent(note -> notes.add(file + ": " + note));
    Conversion conversion = new Conversion(file, sample.calibration(), tables, problems, notes);
    List<Sweep> sweeps = conversion.sweeps();
    Calibration calibration = sample.calibration();
    Measurement measurement =
        new Measurement(
            sample.sample(),
            sweeps,
            value(sample.calibration().resonator().permittivity()),
            temperatures.value(),
            named(conversion.terms(), sample.ids()),
            inputs,
            notes,
            sample
                .about()
                .withCalibration(
                    value(calibration.attenuation()),
                    calibration.acFieldOfOnePhoton(conversion.frequency())),
            conversion.excluded());
    throwIfAny();
    tables.forEach(table -> warnings.addAll(table.warnings()));
    return new LoadedSample(
        measurement, setup(sample, measurement), List.copyOf(warnings), conversion::row);
  }

  /** Numbers of the calibration with the names that the sample file gives them. */
  private static List<CalibrationTerm> named(List<CalibrationTerm> terms, Map<String, String> ids) {
    return terms.stream()
        .map(
            term -> {
              boolean ofLine = !term.effect(Map.of()).ofResonator();
              return term.withId(
                  ids.getOrDefault(term.name(), ofLine ? ids.getOrDefault("", "") : ""));
            })
        .toList();
  }

  /** How to fit, with the slow changes of single tables; its sweeps are in their order. */
  private static FitSetup setup(SampleFile sample, Measurement measurement) {
    FitSetup setup = sample.fit();
    for (int t = 0; t < sample.tables().size(); t++) {
      for (SlowChange.Kind kind : sample.tables().get(t).slow()) {
        setup = setup.withSlow(new SlowChange(measurement.sweeps().get(t).name(), kind));
      }
    }
    return setup;
  }

  private void noteSlow(TableEntry entry) {
    for (SlowChange.Kind kind : entry.slow()) {
      notes.add(entry.file() + ": fitted with " + kind.family().key() + ": " + kind.value());
    }
  }

  private static OptionalDouble value(Optional<Quantity> quantity) {
    return quantity.isPresent()
        ? OptionalDouble.of(quantity.get().value())
        : OptionalDouble.empty();
  }

  private void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    // file after file as they were met, each from top to bottom
    List<String> files = problems.stream().map(InputProblem::file).distinct().toList();
    List<InputProblem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparingInt((InputProblem problem) -> files.indexOf(problem.file()))
            .thenComparingInt(InputProblem::line)
            .thenComparingInt(InputProblem::column));
    throw new InputException(sorted);
  }

  private SampleFile sampleFile() {
    try {
      TextFile text = TextFile.readSample(path);
      inputs.add(new InputFile(file, text.sha256(), 0));
      CutByComment.in(text.text(), file).forEach(warnings::add);
      return SampleFile.of(text.text(), file, problems);
    } catch (TextFile.Unreadable e) {
      problems.add(InputProblem.ofFile(file, e.found(), e.mend()));
      throw new InputException(problems);
    }
  }

  private SampleFile tableAlone(String name) {
    int dot = name.lastIndexOf('.');
    String sample = dot > 0 ? name.substring(0, dot) : name;
    SampleFile.objectionToName(sample)
        .ifPresent(
            reason ->
                problems.add(InputProblem.ofFile(file, "the file's name is the sample's", reason)));
    return SampleFile.ofTable(sample, file);
  }

  private static List<String> headers(TableEntry entry) {
    return entry.columns().entrySet().stream()
        .map(column -> column.getKey() + " " + column.getValue().header())
        .toList();
  }

  private Path resolved(TableEntry entry) throws TextFile.Unreadable {
    try {
      return entry.place().isEmpty() ? path : path.resolveSibling(entry.file());
    } catch (InvalidPathException e) {
      throw new TextFile.Unreadable("this is no name of a file", "write its path");
    }
  }

  private Optional<LoadedTable> read(TableEntry entry) {
    try {
      TableReader reader = new TableReader(entry, problems);
      Optional<LoadedTable> table = reader.read(resolved(entry));
      Object content = List.of(reader.sha256(), headers(entry), entry.layout());
      @Nullable String before = contents.putIfAbsent(content, entry.file());
      if (before != null && !before.equals(entry.file())) {
        add(
            entry,
            entry.file() + " holds the same as " + before + ", byte for byte",
            "remove one, or name different columns: rows must not count twice");
      }
      int rows = table.map(LoadedTable::rows).orElse(0);
      inputs.add(new InputFile(entry.file(), reader.sha256(), rows));
      return table;
    } catch (TextFile.Unreadable e) {
      String found = entry.place().isEmpty() ? e.found() : entry.file() + ": " + e.found();
      add(entry, found, e.mend());
      return Optional.empty();
    }
  }

  private void add(TableEntry entry, String found, String mend) {
    problems.add(
        entry
            .place()
            .map(at -> InputProblem.ofCharacter(file, at.line(), at.column(), found, mend))
            .orElseGet(() -> InputProblem.ofFile(file, found, mend)));
  }
}
