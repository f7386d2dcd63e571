using System.Management.Automation;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Puts a blade chassis into the lab.</summary>
/// <remarks>
/// Its management module switches the power of its blades, and its integrated storage is reached over two fabrics.
/// </remarks>
/// <example>
/// <code>Add-LabChassis BCS</code>
/// Puts a BladeCenter S with six bays into the lab.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabChassis", SupportsShouldProcess = true)]
[OutputType(typeof(BladeChassis))]
public sealed class AddLabChassisCommand : LabRequestCmdlet
{
    /// <summary>Its name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>Its model; BladeCenter S unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Model { get; set; }

    /// <summary>How many blades it takes; 6 unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? BayCount { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        var request = new AddChassis { Name = Name };
        return request with { Model = Model ?? request.Model, BayCount = BayCount ?? request.BayCount };
    }
}
