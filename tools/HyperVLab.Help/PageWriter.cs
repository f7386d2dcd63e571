using System.Globalization;
using System.Text;

namespace HyperVLab.Help;

/// <summary>Writes a page for each cmdlet.</summary>
public static class PageWriter
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes all pages, and removes those of cmdlets that are gone.</summary>
    public static void WriteAll(IReadOnlyList<CmdletHelp> cmdlets, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.GetFiles(folder, "*.md"))
        {
            File.Delete(old);
        }

        foreach (CmdletHelp cmdlet in cmdlets)
        {
            File.WriteAllText(Path.Combine(folder, $"{cmdlet.Name}.md"), Make(cmdlet));
        }

        File.WriteAllText(Path.Combine(folder, "README.md"), Index(cmdlets));
    }

    /// <summary>The list of all pages.</summary>
    public static string Index(IEnumerable<CmdletHelp> cmdlets)
    {
        var text = new StringBuilder("# Cmdlets\n\n| cmdlet | what it does |\n|---|---|\n");
        foreach (CmdletHelp cmdlet in cmdlets)
        {
            text.Append(s_invariant, $"| [{cmdlet.Name}]({cmdlet.Name}.md) | {cmdlet.Synopsis} |\n");
        }

        return text.ToString();
    }

    /// <summary>The page of a cmdlet.</summary>
    public static string Make(CmdletHelp cmdlet)
    {
        var text = new StringBuilder($"# {cmdlet.Name}\n\n{cmdlet.Synopsis}\n");
        foreach (string paragraph in cmdlet.Remarks)
        {
            text.Append(s_invariant, $"\n{paragraph}\n");
        }

        text.Append("\n## Syntax\n\n```powershell\n");
        foreach (string set in cmdlet.Sets)
        {
            text.Append(s_invariant, $"{SyntaxOf(cmdlet, set)}\n");
        }

        text.Append("```\n\n## Examples\n");
        foreach (ExampleHelp example in cmdlet.Examples)
        {
            text.Append(s_invariant, $"\n```powershell\n{example.Code}\n```\n\n{example.Text}\n");
        }

        text.Append("\n## Parameters\n\n| parameter | type | | |\n|---|---|---|---|\n");
        foreach (ParameterHelp parameter in cmdlet.Parameters)
        {
            text.Append(
                s_invariant,
                $"| `-{parameter.Name}` | {parameter.Type} | {TraitsOf(parameter)} | {parameter.Description} |\n");
        }

        if (cmdlet.OutputTypes.Count > 0)
        {
            text.Append(
                s_invariant, $"\n## Output\n\n{string.Join(", ", cmdlet.OutputTypes.Select(type => $"`{type}`"))}\n");
        }

        return text.ToString();
    }

    private static string SyntaxOf(CmdletHelp cmdlet, string set)
    {
        IEnumerable<string> parameters = cmdlet.Parameters
            .Select(parameter => (Parameter: parameter, Place: parameter.In(set)))
            .Where(pair => pair.Place is not null)
            .OrderBy(pair => pair.Place!.Position ?? int.MaxValue)
            .ThenBy(pair => !pair.Place!.IsMandatory)
            .ThenBy(pair => pair.Parameter.Name, StringComparer.Ordinal)
            .Select(pair => SyntaxOf(pair.Parameter, pair.Place!));
        return $"{cmdlet.Name} {string.Join(' ', parameters)}".TrimEnd();
    }

    private static string SyntaxOf(ParameterHelp parameter, ParameterPlace place)
    {
        string name = place.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        string value = parameter.IsSwitch ? string.Empty : $" <{parameter.Type}>";
        return place.IsMandatory ? name + value : $"[{name}{value}]";
    }

    private static string TraitsOf(ParameterHelp parameter)
    {
        List<string> traits = [];
        if (parameter.Places.All(place => place.IsMandatory))
        {
            traits.Add("required");
        }

        if (parameter.Places.Any(place => place.ByValue || place.ByPropertyName))
        {
            traits.Add(parameter.Places.Any(place => place.ByValue) ? "pipeline" : "pipeline by name");
        }

        if (parameter.Aliases.Count > 0)
        {
            traits.Add($"alias {string.Join(", ", parameter.Aliases)}");
        }

        if (parameter.Values.Count > 0)
        {
            traits.Add(string.Join(", ", parameter.Values));
        }

        return string.Join("; ", traits);
    }
}
