using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes parts of a computer's network, given by name or as objects.</summary>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class ComputerPartCmdlet<TObject> : LabPassthruCmdlet<TObject>
    where TObject : LabObject, IComputerPart
{
    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>What is changed, as the cmdlet that gets such things writes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public TObject[] InputObject { get; set; } = null!;

    /// <summary>Those of a computer that the names give.</summary>
    /// <param name="computer">The computer's number.</param>
    private protected abstract IEnumerable<TObject> NamedOn(int computer);

    /// <summary>Those that are given otherwise; null where the names give them.</summary>
    private protected virtual IEnumerable<TObject>? Others() => null;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<TObject> Targets() => ParameterSetName == "InputObject"
        ? InputObject
        : Others() ?? NamedOn(ComputerNames.Host(Handle, ComputerName).Number);

    /// <summary>The key of the computer that something belongs to.</summary>
    private protected static Key<PhysicalComputer> ComputerOf(TObject target) =>
        ComputerNames.Host(target.Handle, target.ComputerName);

    /// <inheritdoc/>
    private protected override string NameOf(TObject target) => $"{target.ComputerName}: {target.Name}";
}
