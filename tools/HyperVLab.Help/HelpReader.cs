using System.Collections;
using System.Reflection;

namespace HyperVLab.Help;

/// <summary>Reads cmdlets from the attributes and XML comments of an assembly, running nothing of it.</summary>
public static class HelpReader
{
    private const string CmdletAttribute = "System.Management.Automation.CmdletAttribute";
    private const string ParameterAttribute = "System.Management.Automation.ParameterAttribute";
    private const string AliasAttribute = "System.Management.Automation.AliasAttribute";
    private const string OutputTypeAttribute = "System.Management.Automation.OutputTypeAttribute";
    private const string WildcardsAttribute = "System.Management.Automation.SupportsWildcardsAttribute";

    /// <summary>Every cmdlet of an assembly, ordered by name.</summary>
    /// <param name="assemblyPath">The assembly; its XML comments stand beside it.</param>
    public static IReadOnlyList<CmdletHelp> Read(string assemblyPath)
    {
        string path = Path.GetFullPath(assemblyPath);
        return Read(Assembly.LoadFrom(path), new Comments(Path.ChangeExtension(path, ".xml")));
    }

    /// <summary>Every cmdlet of an assembly, ordered by name.</summary>
    public static IReadOnlyList<CmdletHelp> Read(Assembly assembly, Comments comments) =>
        [.. assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && Find(type, CmdletAttribute) is not null)
            .Select(type => ReadCmdlet(type, comments))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    private static CmdletHelp ReadCmdlet(Type type, Comments comments)
    {
        CustomAttributeData cmdlet = Find(type, CmdletAttribute)!;
        List<ParameterHelp> parameters = [.. type.GetProperties()
            .Where(property => Find(property, ParameterAttribute) is not null)
            .Select(property => ReadParameter(property, comments))];
        if (Named(cmdlet, "SupportsShouldProcess") is true)
        {
            parameters.Add(Common("Confirm", "cf", "Asks before anything is changed."));
            parameters.Add(Common("WhatIf", "wi", "Shows what would be changed, and changes nothing."));
        }

        string member = $"T:{type.FullName}";
        return new CmdletHelp
        {
            Verb = (string)cmdlet.ConstructorArguments[0].Value!,
            Noun = (string)cmdlet.ConstructorArguments[1].Value!,
            Synopsis = comments.TextOf(member, "summary"),
            Remarks = comments.ParagraphsOf(member, "remarks"),
            Examples = comments.ExamplesOf(member),
            Parameters = [.. parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)],
            Sets = SetsOf(Named(cmdlet, "DefaultParameterSetName") as string, parameters),
            OutputTypes = OutputsOf(type),
        };
    }

    private static string[] SetsOf(string? first, IEnumerable<ParameterHelp> parameters)
    {
        string[] named = [.. parameters.SelectMany(parameter => parameter.Places)
            .Select(place => place.Set)
            .Where(set => set != ParameterPlace.AllSets)
            .Distinct()];
        return named.Length == 0
            ? [ParameterPlace.AllSets]
            : [.. named.OrderBy(set => set != first).ThenBy(set => set, StringComparer.Ordinal)];
    }

    private static ParameterHelp ReadParameter(PropertyInfo property, Comments comments)
    {
        Type declaring = property.DeclaringType!;
        string owner = (declaring.IsGenericType ? declaring.GetGenericTypeDefinition() : declaring).FullName!;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Type element = type.IsArray ? type.GetElementType()! : type;
        return new ParameterHelp
        {
            Name = property.Name,
            Type = ShortName(type),
            Description = comments.TextOf($"P:{owner}.{property.Name}", "summary"),
            Aliases = AliasesOf(property),
            Places = [.. All(property, ParameterAttribute).Select(ReadPlace)],
            Values = element.IsEnum ? Enum.GetNames(element) : [],
            SupportsWildcards = Find(property, WildcardsAttribute) is not null,
        };
    }

    private static ParameterPlace ReadPlace(CustomAttributeData parameter) => new(
        Named(parameter, "ParameterSetName") as string ?? ParameterPlace.AllSets,
        Named(parameter, "Mandatory") is true,
        Named(parameter, "Position") is int position and >= 0 ? position : null,
        Named(parameter, "ValueFromPipeline") is true,
        Named(parameter, "ValueFromPipelineByPropertyName") is true);

    private static ParameterHelp Common(string name, string alias, string description) => new()
    {
        Name = name,
        Type = "SwitchParameter",
        Description = description,
        Aliases = [alias],
        Places = [new ParameterPlace(ParameterPlace.AllSets, false, null, false, false)],
        Values = [],
        SupportsWildcards = false,
    };

    private static string[] AliasesOf(PropertyInfo property) =>
        Find(property, AliasAttribute) is { ConstructorArguments: [var names] }
            ? [.. ((IEnumerable)names.Value!).Cast<CustomAttributeTypedArgument>().Select(name => (string)name.Value!)]
            : [];

    private static string[] OutputsOf(Type type) =>
        [.. All(type, OutputTypeAttribute)
            .SelectMany(attribute => attribute.ConstructorArguments)
            .SelectMany(
                argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many : [argument])
            .Select(argument => argument.Value)
            .OfType<Type>()
            .Where(output => output != typeof(void))
            .Select(output => output.FullName!)
            .Distinct()];

    private static string ShortName(Type type)
    {
        if (type.IsArray)
        {
            return $"{ShortName(type.GetElementType()!)}[]";
        }

        return (Nullable.GetUnderlyingType(type) ?? type).Name.Split('`')[0];
    }

    private static IEnumerable<CustomAttributeData> All(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.FullName == attribute);

    private static CustomAttributeData? Find(MemberInfo member, string attribute) =>
        All(member, attribute).FirstOrDefault();

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
}
