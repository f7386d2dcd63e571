using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class DiskStoreTests
{
    public static TheoryData<string> HostileNames =>
    [
        "..", ".", @"..\..\escape.vhd", @"a\..\..\..\b.vhd", "/etc/passwd", @"C:\Windows\a.vhd", "a/../../b",
        @"\\server\share", "CON", "con.vhd", "nul", "a.", "a ", " a", "", @"\", "a\0b", "%", "%2E%2E", "a%b", "~",
        "$HOME", "`x`", "\uD800", "a\uDC00b",
        "-rf", ".hidden", new string('x', 255), new string('\u00E4', 255), "a:b", "a|b", "*?", "e\u0301", "\u00E9",
    ];

    [Theory]
    [MemberData(nameof(HostileNames), DisableDiscoveryEnumeration = true)]
    public void A_hostile_name_stays_below_the_root_and_gives_back_its_bytes(string name)
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.At("store"));
        var location = new DiskLocation(3, name);

        store.Create(location, file => file.Write(0, [1, 2, 3]));

        string path = store.PathOf(location)!;
        string below = folder.At("store", "volumes", "3") + Path.DirectorySeparatorChar;
        Assert.StartsWith(below, path, StringComparison.Ordinal);
        Assert.Equal([path], folder.Files());
        using IDiskFile file = store.Open(location, readOnly: true);
        Assert.Equal(3, file.Length);
    }

    [Fact]
    public void Names_that_differ_for_the_lab_never_share_a_file()
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.At("store"));
        List<DiskLocation> locations =
        [
            .. HostileNames.Select(row => row.Data)
                .Where(name => !name.Contains('\\', StringComparison.Ordinal))
                .Select(name => new DiskLocation(1, name))
                .Distinct(),
        ];
        for (int index = 0; index < locations.Count; index++)
        {
            byte content = (byte)index;
            store.Create(locations[index], file => file.Write(0, [content]));
        }

        for (int index = 0; index < locations.Count; index++)
        {
            using IDiskFile file = store.Open(locations[index], readOnly: true);
            var read = new byte[1];
            file.Read(0, read);
            Assert.Equal((byte)index, read[0]);
        }

        Assert.Equal(locations.Count, folder.Files().Count);
    }

    [Fact]
    public void Harmless_names_are_kept_as_they_are()
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.Root);

        store.Create(new DiskLocation(1, @"web 01\Web-01 (2).vhd"), static _ => { });

        Assert.Equal([folder.At("volumes", "1", "web 01", "Web-01 (2).vhd")], folder.Files());
    }

    [Fact]
    public void Names_are_found_whatever_their_case()
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.Root);
        store.Create(new DiskLocation(1, "A.vhd"), static file => file.SetLength(5));

        using IDiskFile file = store.Open(new DiskLocation(1, "a.VHD"), readOnly: true);

        Assert.Equal(5, file.Length);
    }

    [Fact]
    public void A_deferring_store_makes_files_on_first_use()
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.At("store")) { IsDeferring = true };
        var location = new DiskLocation(1, "a.vhd");
        store.Create(location, static file => file.Write(0, [1]));
        using (IDiskFile changed = store.Open(location, readOnly: false))
        {
            changed.Write(1, [2]);
        }

        Assert.False(Directory.Exists(folder.At("store")));
        store.IsDeferring = false;
        Assert.Equal([1, 2], File.ReadAllBytes(store.PathOf(location)!));
    }

    [Fact]
    public void A_deleted_file_is_gone_and_its_name_is_free()
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.Root);
        var location = new DiskLocation(1, "a.vhd");
        store.Create(location, static file => file.SetLength(5));

        store.Delete(location);

        Assert.Empty(folder.Files());
        Assert.Throws<DiskStoreException>(() => store.Open(location, readOnly: true));
        store.Create(location, static file => file.SetLength(6));
        Assert.Equal([folder.At("volumes", "1", "a.vhd")], folder.Files());
    }

    [Fact]
    public void A_file_whose_filling_fails_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using var store = new FolderDiskStore(folder.Root);
        var location = new DiskLocation(1, "a.vhd");

        Assert.Throws<DiskStoreException>(() => store.Create(location, static _ => throw new IOException("disk full")));

        Assert.Empty(folder.Files());
        Assert.Throws<DiskStoreException>(() => store.Open(location, readOnly: true));
    }
}
