using System.Reflection;
using HyperVLab.Help;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Conventions.Tests;

/// <summary>
/// Holds parameters to the names that the real cmdlets have. real-names.json lists the cmdlets of Hyper-V and
/// FailoverClusters, and Test-Connection, vmm-names.json those of Virtual Machine Manager, whose nouns begin with SC,
/// with their parameters and these's aliases: names only. A cmdlet whose noun both have takes the parameters of both;
/// what is a VM to the one is a VirtualMachine to the other.
/// </summary>
public sealed class RealNameTests
{
    private static readonly string[] s_common = ["Confirm", "Lab", "WhatIf"];

    private static readonly JObject s_real = Read("real-names.json");
    private static readonly JObject s_vmm = Read("vmm-names.json");

    [Fact]
    public void A_mirrored_cmdlet_has_the_real_parameters_names() => Finding.None(
        from pair in Mirrored()
        from parameter in pair.Cmdlet.Parameters
        let name = $"{pair.Cmdlet.Name} -{parameter.Name}"
        where !s_common.Contains(parameter.Name) && !OwnParameters.All.ContainsKey(name)
            && pair.Real[parameter.Name] is null
        select name);

    [Fact]
    public void A_mirrored_parameter_has_the_real_aliases() => Finding.None(
        from pair in Mirrored()
        from parameter in pair.Cmdlet.Parameters
        where pair.Real[parameter.Name] is not null
        from alias in pair.Real[parameter.Name]!.Values<string>()
        where !parameter.Aliases.Contains(alias)
        select $"{pair.Cmdlet.Name} -{parameter.Name} lacks the alias {alias}");

    [Fact]
    public void A_name_of_ours_is_still_in_use() => Finding.None(
        from name in OwnParameters.All.Keys
        let words = name.Split(" -")
        from pair in Mirrored()
        where pair.Cmdlet.Name == words[0] && pair.Cmdlet.Parameters.All(parameter => parameter.Name != words[1])
        select name);

    [Fact]
    public void An_alias_is_no_name_of_a_cmdlet_of_Hyper_V_or_clustering() => Finding.None(
        from type in ModuleCmdlets.Types.Values
        from data in type.GetCustomAttributesData()
        where data.AttributeType.Name == "AliasAttribute"
        from argument in (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!
        let alias = (string)argument.Value!
        where s_real.ContainsKey(alias)
        select alias);

    private static IEnumerable<(CmdletHelp Cmdlet, JObject Real)> Mirrored() =>
        from cmdlet in ModuleCmdlets.All
        let noun = cmdlet.Noun[3..]
        let real = (JObject?)s_real[$"{cmdlet.Verb}-{noun}"]
        let vmm = (JObject?)s_vmm[$"{cmdlet.Verb}-SC{(noun == "VM" ? "VirtualMachine" : noun)}"]
        where real is not null || vmm is not null
        select (cmdlet, Both(real, vmm));

    private static JObject Both(JObject? real, JObject? vmm)
    {
        JObject both = new(real ?? []);
        both.Merge(vmm ?? []);
        return both;
    }

    private static JObject Read(string file) =>
        JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
}
