using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>Completes a parameter with the names of things. It only reads, so a tab changes nothing in a lab.</summary>
public abstract class LabCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = wordToComplete.Trim('\'', '"');
        var pattern = new WildcardPattern($"{typed}*", WildcardOptions.IgnoreCase);
        return [.. Names(fakeBoundParameters)
            .Where(pattern.IsMatch)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, name))];
    }

    /// <summary>The names to choose from.</summary>
    /// <param name="bound">The parameters that were given so far.</param>
    private protected abstract IEnumerable<string> Names(IDictionary bound);

    /// <summary>The lab that the command would use; null where there is none.</summary>
    private protected static LabHandle? LabOf(IDictionary bound) => bound["Lab"] switch
    {
        string name => LabRegistry.Find(name),
        Objects.LabInfo lab => lab.Handle,
        LabReference reference => reference.Find(),
        _ => LabSession.Current.Selected,
    };

    /// <summary>A name as a command line takes it.</summary>
    internal static string Quote(string name) =>
        name.Length > 0
            && name.All(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '\\' or ':')
            ? name
            : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
