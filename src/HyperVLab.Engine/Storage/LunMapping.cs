using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>An array's permission for a computer to see a LUN.</summary>
public sealed class LunMapping : IEntity<LunMapping>
{
    internal LunMapping(Key<LunMapping> key, Key<Lun> lun, Key<PhysicalComputer> computer, int lunNumber)
    {
        Key = key;
        Lun = lun;
        Computer = computer;
        LunNumber = lunNumber;
    }

    /// <inheritdoc/>
    public Key<LunMapping> Key { get; private set; }

    /// <summary>The LUN.</summary>
    public Key<Lun> Lun { get; private set; }

    /// <summary>The computer that sees it.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The number by which the computer addresses it.</summary>
    public int LunNumber { get; private set; }
}
