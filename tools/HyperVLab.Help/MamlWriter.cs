using System.Xml.Linq;

namespace HyperVLab.Help;

/// <summary>Writes the help file that Get-Help reads.</summary>
public static class MamlWriter
{
    private static readonly XNamespace s_items = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The file for some cmdlets.</summary>
    public static XDocument Make(IEnumerable<CmdletHelp> cmdlets) => new(new XElement(
        s_items + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(Command)));

    private static XElement Command(CmdletHelp cmdlet) => new(
        s_command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", s_maml),
        new XAttribute(XNamespace.Xmlns + "command", s_command),
        new XAttribute(XNamespace.Xmlns + "dev", s_dev),
        new XElement(
            s_command + "details",
            new XElement(s_command + "name", cmdlet.Name),
            new XElement(s_command + "verb", cmdlet.Verb),
            new XElement(s_command + "noun", cmdlet.Noun),
            Description(cmdlet.Synopsis)),
        Description(cmdlet.Remarks.Count > 0 ? cmdlet.Remarks : [cmdlet.Synopsis]),
        new XElement(s_command + "syntax", cmdlet.Sets.Select(set => SyntaxItem(cmdlet, set))),
        new XElement(
            s_command + "parameters",
            cmdlet.Parameters.Select(parameter => Parameter(parameter, parameter.Places[0], withDetails: true))),
        new XElement(s_command + "inputTypes", InputsOf(cmdlet).Select(type => TypeElement("inputType", type))),
        new XElement(s_command + "returnValues", cmdlet.OutputTypes.Select(type => TypeElement("returnValue", type))),
        new XElement(s_command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(s_command + "relatedLinks"));

    private static XElement SyntaxItem(CmdletHelp cmdlet, string set) => new(
        s_command + "syntaxItem",
        new XElement(s_maml + "name", cmdlet.Name),
        cmdlet.Parameters
            .Select(parameter => (Parameter: parameter, Place: parameter.In(set)))
            .Where(pair => pair.Place is not null)
            .OrderBy(pair => pair.Place!.Position ?? int.MaxValue)
            .ThenBy(pair => !pair.Place!.IsMandatory)
            .ThenBy(pair => pair.Parameter.Name, StringComparer.Ordinal)
            .Select(pair => Parameter(pair.Parameter, pair.Place!, withDetails: false)));

    private static XElement Parameter(ParameterHelp parameter, ParameterPlace place, bool withDetails) => new(
        s_command + "parameter",
        new XAttribute("required", place.IsMandatory ? "true" : "false"),
        new XAttribute("variableLength", "true"),
        new XAttribute("globbing", parameter.SupportsWildcards ? "true" : "false"),
        new XAttribute("pipelineInput", place.PipelineText),
        new XAttribute("position", place.PositionText),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(s_maml + "name", parameter.Name),
        Description(parameter.Description),
        parameter.Values.Count > 0
            ? new XElement(
                s_command + "parameterValueGroup",
                parameter.Values.Select(value => new XElement(
                    s_command + "parameterValue", new XAttribute("required", "false"), value)))
            : null,
        parameter.IsSwitch && !withDetails
            ? null
            : new XElement(
                s_command + "parameterValue",
                new XAttribute("required", parameter.IsSwitch ? "false" : "true"),
                new XAttribute("variableLength", "false"),
                parameter.Type),
        new XElement(s_dev + "type", new XElement(s_maml + "name", parameter.Type), new XElement(s_maml + "uri")),
        new XElement(s_dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));

    private static XElement Example(ExampleHelp example, int index) => new(
        s_command + "example",
        new XElement(s_maml + "title", $"-------------------------- Example {index + 1} --------------------------"),
        new XElement(s_dev + "code", example.Code),
        new XElement(s_dev + "remarks", new XElement(s_maml + "para", example.Text)));

    private static IEnumerable<string> InputsOf(CmdletHelp cmdlet) => cmdlet.Parameters
        .Where(parameter => parameter.Places.Any(place => place.ByValue))
        .Select(parameter => parameter.Type)
        .Distinct();

    private static XElement TypeElement(string name, string type) => new(
        s_command + name,
        new XElement(s_dev + "type", new XElement(s_maml + "name", type)),
        Description(string.Empty));

    private static XElement Description(params IEnumerable<string> paragraphs) => new(
        s_maml + "description", paragraphs.Select(text => new XElement(s_maml + "para", text)));
}
