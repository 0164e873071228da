package tlsfit.cli;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tlsfit.model.Parameter;
import tlsfit.result.Refusal;
import tlsfit.setup.Constraints;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * A parameter with a value, as in {@code dipoleMoment=5 D}.
 *
 * @param parameter which
 * @param value in its SI unit, one it may have
 */
record FixedParameter(Parameter parameter, double value) {

  static FixedParameter parse(String text) {
    int sign = text.indexOf('=');
    if (sign < 0) {
      throw new TypeConversionException(
          '"' + text + "\" is not NAME=VALUE, such as dipoleMoment=\"5 D\"");
    }
    try {
      Parameter parameter = Parameter.of(text.substring(0, sign).strip());
      Quantity quantity = Quantity.parse(text.substring(sign + 1), Unit.of(parameter.unit()));
      Optional<Refusal> objection = Constraints.objection(parameter, quantity.value());
      if (objection.isPresent()) {
        throw new TypeConversionException(SettingOptions.text(objection.get()));
      }
      if (quantity.uncertainty() > 0) {
        throw new TypeConversionException(
            parameter.key() + " is fixed at one value: leave the uncertainty out");
      }
      return new FixedParameter(parameter, quantity.value());
    } catch (UnitException e) {
      throw new TypeConversionException(text.substring(0, sign).strip() + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<FixedParameter> {
    @Override
    public FixedParameter convert(String text) {
      return parse(text);
    }
  }
}
