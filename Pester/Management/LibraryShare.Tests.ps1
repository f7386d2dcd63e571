BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    New-LabSmbShare Tools C:\Tools -ComputerName LIB1 | Out-Null
    New-LabVHD (Join-Path $TestDrive base.vhd) 1GB | Out-Null
    Copy-LabFile (Join-Path $TestDrive base.vhd) C:\Library\disks\base.vhd -ToComputer LIB1 | Out-Null
    Set-Content TestDrive:/tools.iso 'a disc'
}

AfterAll { Remove-Lab Lab }

Describe 'Library shares' {
    It 'need a library server' {
        { Add-LabLibraryShare \\LIB1\Library -ErrorAction Stop } | Should -Throw '*is no library server*'
        Add-LabLibraryServer LIB1 | Out-Null
    }

    It 'are found before they are in the library' {
        (Find-LabLibraryShare LIB1).Name | Should -Be Library, Tools
        Add-LabLibraryShare \\LIB1\Library -Description 'Templates' | Out-Null
        (Find-LabLibraryShare -LibraryServer (Get-LabLibraryServer)).Name | Should -Be Tools
    }

    It 'are read when they come in' {
        $share = Get-LabLibraryShare
        $share.Path | Should -Be '\\LIB1.lab.local\Library'
        $share.ResourceCount | Should -Be 1
        $disk = Get-LabVirtualHardDisk
        $disk.SharePath | Should -Be '\\LIB1.lab.local\Library\disks\base.vhd'
        $disk.MaximumSize | Should -Be 1GB
    }

    It 'show what was put there by hand once they are refreshed' {
        Copy-LabFile TestDrive:/tools.iso C:\Library\tools.iso -ToComputer LIB1 | Out-Null
        Get-LabISO | Should -BeNullOrEmpty
        (Get-LabLibraryShare | Read-LabLibraryShare -JobVariable refresh).ResourceCount | Should -Be 2
        (Get-LabISO).Name | Should -Be tools.iso
        $refresh.Steps.Name | Should -Be 'Refresh library share'
        Remove-LabFile C:\Library\tools.iso -ComputerName LIB1
        (Get-LabISO).State | Should -Be Normal
        Read-LabLibraryShare Library | Out-Null
        Get-LabISO | Should -BeNullOrEmpty
    }

    It 'take in files of this computer at once' {
        $iso = Import-LabLibraryPhysicalResource TestDrive:/tools.iso \\LIB1\Library\iso
        $iso.SharePath | Should -Be '\\LIB1.lab.local\Library\iso\tools.iso'
        (Import-LabLibraryPhysicalResource TestDrive:/tools.iso).SharePath | Should -BeLike '*\Library\tools.iso'
        { Import-LabLibraryPhysicalResource TestDrive:/tools.iso -ErrorAction Stop } | Should -Throw '*exists*'
    }

    It 'say why they cannot be read, and stay' {
        Remove-LabSmbShare Library
        { Read-LabLibraryShare Library -ErrorAction Stop } | Should -Throw '*cannot be read*'
        (Get-LabLibraryShare).Problem | Should -BeLike '*was not found*'
        New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
        (Read-LabLibraryShare Library).Problem | Should -BeNullOrEmpty
    }

    It 'are described and removed; their files stay' {
        (Set-LabLibraryShare Library -Description 'All').Description | Should -Be 'All'
        Remove-LabLibraryShare Library
        Get-LabLibraryShare | Should -BeNullOrEmpty
        (Get-LabFile C:\Library -ComputerName LIB1).Count | Should -Be 3
        { Import-LabLibraryPhysicalResource TestDrive:/tools.iso -ErrorAction Stop } | Should -Throw '*no share yet*'
    }
}
