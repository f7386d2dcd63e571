using System.Reflection;
using HyperVLab.Commands;
using HyperVLab.Help;

namespace HyperVLab.Conventions.Tests;

/// <summary>The module's cmdlets, as their attributes and comments describe them.</summary>
internal static class ModuleCmdlets
{
    /// <summary>The module's assembly.</summary>
    public static Assembly Assembly { get; } = typeof(LabCmdlet).Assembly;

    /// <summary>Every cmdlet.</summary>
    public static IReadOnlyList<CmdletHelp> All { get; } =
        HelpReader.Read(Assembly, new Comments(Path.ChangeExtension(Assembly.Location, ".xml")));

    /// <summary>Their classes by the cmdlets' names.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(GuardedCmdlet)))
        .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(Type type)
    {
        CustomAttributeData cmdlet = type.GetCustomAttributesData()
            .Single(data => data.AttributeType.Name == "CmdletAttribute");
        return $"{cmdlet.ConstructorArguments[0].Value}-{cmdlet.ConstructorArguments[1].Value}";
    }
}
