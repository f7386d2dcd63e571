namespace HyperVLab.Disks.Tests;

public sealed class DirectoryParentResolverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DirectoryParentResolverTests()
    {
        Directory.CreateDirectory(_folder["children"]);
        File.WriteAllText(_folder["base.vhd"], "above");
        File.WriteAllText(Path.Combine(_folder["children"], "base.vhd"), "beside");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_relative_path_comes_first() => Assert.Equal("above", Read(_folder.Path, new ParentReference
    {
        Identifier = Guid.Empty, RelativePath = @"..\base.vhd", AbsolutePath = @"C:\gone\base.vhd",
    }));

    [Fact]
    public void A_path_of_another_computer_leads_to_the_file_of_that_name_beside_the_child()
        => Assert.Equal("beside", Read(_folder.Path, new ParentReference
        {
            Identifier = Guid.Empty, RelativePath = @".\gone\base.vhd", AbsolutePath = @"C:\gone\base.vhd",
        }));

    [Fact]
    public void The_full_path_is_used_if_it_is_one_of_this_computer()
        => Assert.Equal("above", Read(_folder.Path, new ParentReference
        {
            Identifier = Guid.Empty, AbsolutePath = _folder["base.vhd"],
        }));

    [Theory]
    [InlineData(@"..\base.vhd")]
    [InlineData("../../../../../../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Nothing_outside_the_root_is_opened(string path) => Assert.Null(Read(null, new ParentReference
    {
        Identifier = Guid.Empty, RelativePath = path, AbsolutePath = "/etc/passwd",
    }));

    private string? Read(string? root, ParentReference reference)
    {
        var found = new DirectoryParentResolver(_folder["children"], root).Resolve(reference);
        using var file = found?.File;
        return file is null ? null : System.Text.Encoding.UTF8.GetString(Any.Content(file));
    }
}
