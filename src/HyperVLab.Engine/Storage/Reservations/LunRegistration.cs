using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A computer's registration with a cluster's LUN (SCSI-3, PERSISTENT RESERVE OUT with REGISTER): while the LUN is
/// reserved, only who is registered writes. It outlives the computer's power, until somebody preempts it.
/// </summary>
public sealed class LunRegistration : IEntity<LunRegistration>
{
    internal LunRegistration(Key<LunRegistration> key, Key<Lun> lun, Key<PhysicalComputer> computer)
    {
        Key = key;
        Lun = lun;
        Computer = computer;
    }

    /// <inheritdoc/>
    public Key<LunRegistration> Key { get; private set; }

    /// <summary>The LUN.</summary>
    public Key<Lun> Lun { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }
}
