package tlsfit.load;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tlsfit.measurement.InputFile;
import tlsfit.measurement.Measurement;
import tlsfit.units.Quantity;

/** JAVADOC */
public final class Loader {
  private final String file;
  private final Path path;
  private final List<InputProblem> problems = new ArrayList<>();
  private final List<InputFile> inputs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Loader(Path path) {
    this.path = path;
    this.file = path.toString();
  }

  /**
   * Reads a sample file, or a table alone.
   *
   * @param path a sample file where its name ends in .yaml or .yml, else a table
   * @return the measurement in SI units
   * @throws InputException if anything is wrong with any of the files; it holds all that is wrong
   */
  public static Measurement load(Path path) {
    return new Loader(path).load();
  }

  private Measurement load() {
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
    Conversion conversion = new Conversion(file, sample.calibration(), tables, problems, notes);
    Measurement measurement =
        new Measurement(
            sample.sample(),
            conversion.sweeps(),
            value(sample.calibration().resonator().permittivity()),
            value(sample.calibration().resonator().temperature()),
            conversion.terms(),
            inputs,
            notes);
    throwIfAny();
    return measurement;
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
      TextFile text = TextFile.read(path);
      inputs.add(new InputFile(file, text.sha256(), 0));
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
    return entry.headers().entrySet().stream()
        .map(header -> header.getKey() + " " + header.getValue().text())
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
      TextFile text = TextFile.read(resolved(entry));
      Optional<LoadedTable> table = new TableReader(entry, problems).read(text);
      int rows = table.map(LoadedTable::rows).orElse(0);
      inputs.add(new InputFile(entry.file(), text.sha256(), rows));
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
