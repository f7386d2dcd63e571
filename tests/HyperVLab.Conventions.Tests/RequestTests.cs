using System.Reflection;
using HyperVLab.Engine.Requests;
using HyperVLab.Help;
using HyperVLab.Simulation;

namespace HyperVLab.Conventions.Tests;

public sealed class RequestTests
{
    public static IReadOnlyList<Type> Requests { get; } = [.. typeof(LabRequest).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(LabRequest)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Fact]
    public void A_request_has_the_cmdlet_of_its_name() => Finding.None(Requests
        .Where(request => Find(request) is null)
        .Select(request => $"{request.Name} has no {RequestScript.CmdletOf(request)}"));

    [Fact]
    public void A_request_has_its_cmdlets_parameter_names() => Finding.None(
        from request in Requests
        let cmdlet = Find(request)
        where cmdlet is not null
        from property in StateContract.Of(request).Properties
        let parameter = request.GetProperty(property.Name)!.GetCustomAttribute<TargetAttribute>()?.Parameter
            ?? property.Name
        where !cmdlet.Parameters.Any(known => known.Name == parameter || known.Aliases.Contains(parameter))
        select $"{request.Name}.{property.Name}: {cmdlet.Name} has no -{parameter}");

    [Fact]
    public void A_request_and_a_cmdlet_are_each_in_the_folder_of_their_area() => Finding.None(
        from request in Requests
        let cmdlet = Find(request)
        where cmdlet is not null
        let area = request.Namespace!.Split('.')[2]
        let place = ModuleCmdlets.Types[cmdlet.Name].Namespace!.Split('.')[^1]
        where area is not ("Requests" or "Making") && area != place
            && !request.IsDefined(typeof(MadeByAttribute))
        select $"{request.FullName} is made by {ModuleCmdlets.Types[cmdlet.Name].FullName}");

    private static CmdletHelp? Find(Type request) => ModuleCmdlets.All.FirstOrDefault(cmdlet =>
        string.Equals(cmdlet.Name, RequestScript.CmdletOf(request), StringComparison.Ordinal));
}
