using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class StorageIntegrityTests
{
    private const long Gigabyte = StorageLab.Gigabyte;

    [Fact]
    public void What_requests_make_holds()
    {
        using TestLab lab = LabWithDisk(out _);

        lab.Read(Check);
    }

    [Theory]
    [InlineData(@"..\escape.vhd")]
    [InlineData(@"a\..\..\escape.vhd")]
    [InlineData("")]
    [InlineData(@"a\\b.vhd")]
    [InlineData("con.vhd")]
    [InlineData("BASE.VHD")]
    public void A_file_of_a_path_that_cannot_be_is_found(string path) => Refused((state, volume) =>
        state.StoredFiles.Add(key => new StoredFile(key, volume.Key, path, 0, StoredFileKind.VirtualHardDisk)));

    [Fact]
    public void A_volume_that_holds_more_than_it_says_is_found() => Refused((state, volume) =>
        state.StoredFiles.Add(key => new StoredFile(key, volume.Key, "big.bin", 90 * Gigabyte, StoredFileKind.Other)));

    [Fact]
    public void A_disk_that_is_its_own_ancestor_is_found() => Refused((state, volume) =>
    {
        StoredFile file = state.StoredFiles.First(one => one.Volume == volume.Key);
        VirtualDiskFiles.Find(state, file.Key)!.DeriveFrom(file.Key);
    });

    [Fact]
    public void Two_disks_in_one_file_are_found() => Refused((state, volume) =>
    {
        StoredFile file = state.StoredFiles.First(one => one.Volume == volume.Key);
        VhdShape shape = VirtualDiskFiles.Find(state, file.Key)!.Shape;
        state.StoredDisks.Add(key => new StoredDisk(key, file.Key, shape, Guid.Empty));
    });

    private static void Refused(Action<LabState, Volume> damage)
    {
        using TestLab lab = LabWithDisk(out Key<PhysicalComputer> host);
        int volume = lab.Volume(host, "X:").Key;

        Assert.Throws<InvalidDataException>(() => lab.Read(state =>
        {
            damage(state, state.Volumes[new Key<Volume>(volume)]);
            return Check(state);
        }));
    }

    private static bool Check(LabState state)
    {
        StorageIntegrity.Check(state);
        return true;
    }

    private static TestLab LabWithDisk(out Key<PhysicalComputer> host)
    {
        var lab = new TestLab();
        host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = @"X:\base.vhd", SizeBytes = Gigabyte });
        return lab;
    }
}
