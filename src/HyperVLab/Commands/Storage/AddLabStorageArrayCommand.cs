using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Puts shared storage into the lab: a SAN array that every host reaches, or the integrated storage of a
/// chassis.</summary>
/// <example>
/// <code>Add-LabStorageArray RSSM -Chassis BCS</code>
/// Puts the integrated storage of the chassis BCS into the lab: its blades reach it over their two fabrics.
/// </example>
/// <example>
/// <code>Add-LabStorageArray SAN1 -CapacityBytes 20TB -ControllerCount 4</code>
/// Puts a SAN array into the lab that every host reaches over four paths.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabStorageArray", SupportsShouldProcess = true)]
[OutputType(typeof(DiskArray))]
public sealed class AddLabStorageArrayCommand : LabRequestCmdlet
{
    /// <summary>Its name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The chassis that it is part of. Without it, a SAN that every host reaches.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChassisView>))]
    [ValidateNotNullOrEmpty]
    public string? Chassis { get; set; }

    /// <summary>What Windows shows as the friendly name of its disks.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Model { get; set; }

    /// <summary>How much its LUNs may take together, in bytes; 3000GB unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? CapacityBytes { get; set; }

    /// <summary>
    /// How many controllers it has, 2 unless given: so many paths does each host get, as far as its fabrics go.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? ControllerCount { get; set; }

    /// <summary>Keeps no persistent reservations, so that no failover cluster can use it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter NoPersistentReservation { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        var standard = new AddStorageArray { Name = Name };
        return standard with
        {
            Chassis = Chassis is null ? null : new(ThingNames.FindOne<ChassisView>(Handle, Chassis).Key),
            Model = Model ?? standard.Model,
            CapacityBytes = CapacityBytes ?? standard.CapacityBytes,
            ControllerCount = ControllerCount ?? standard.ControllerCount,
            NoPersistentReservation = NoPersistentReservation,
        };
    }
}
