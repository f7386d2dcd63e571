using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes parts of teams of network adapters, given by their names and their teams.</summary>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class NetLbfoTeamPartCmdlet<TObject> : ComputerPartCmdlet<TObject>
    where TObject : LabObject, IComputerPart
{
    /// <summary>The names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only those of these teams. Wildcards are permitted.</summary>
    [Parameter(Position = 1, ParameterSetName = "ByName")]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Team { get; set; }
}
