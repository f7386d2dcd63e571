using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>An image of the library that is on its way to a host, where it goes into a DVD drive.</summary>
public sealed class ImageDelivery : IEntity<ImageDelivery>
{
    internal ImageDelivery(Key<ImageDelivery> key, VMDvdDrive drive, string name, TransferPlan plan)
    {
        Key = key;
        Drive = drive.Key;
        VMName = name;
        Computer = plan.Target;
        Source = plan.Source;
        Image = plan.File;
        Path = plan.TargetPath!;
    }

    /// <inheritdoc/>
    public Key<ImageDelivery> Key { get; private set; }

    /// <summary>The drive; null once it is gone.</summary>
    public Key<VMDvdDrive>? Drive { get; private set; }

    /// <summary>Its machine's name when the image was asked for.</summary>
    public string VMName { get; private set; }

    /// <summary>The host of its machine when the image was asked for.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The computer that has the image.</summary>
    public Key<PhysicalComputer> Source { get; private set; }

    /// <summary>The image in the library; null once it is gone.</summary>
    public Key<StoredFile>? Image { get; private set; }

    /// <summary>Where it arrives on the host.</summary>
    public string Path { get; private set; }

    /// <summary>The drive is gone.</summary>
    internal void LoseDrive() => Drive = null;

    /// <summary>The image is gone.</summary>
    internal void LoseImage() => Image = null;
}
