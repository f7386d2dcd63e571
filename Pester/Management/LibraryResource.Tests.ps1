BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    New-LabVHD (Join-Path $TestDrive base.vhd) 1GB | Out-Null
    Set-Content TestDrive:/tools.iso 'a disc'
    Set-Content TestDrive:/go.ps1 'Get-Date'
    Set-Content TestDrive:/notes.txt 'nothing for a library'
    Set-Content TestDrive:/sysprep.inf "[Unattended]`nOemSkipEula=Yes"
    Set-Content TestDrive:/netkvm.inf @'
[Version]
Signature = "$Windows NT$"
Class = Net
ClassGUID = {4d36e972-e325-11ce-bfc1-08002be10318} ; network adapters
[Models]
%kvm% = kvm, PCI\VEN_1AF4&DEV_1000, PCI\VEN_1AF4&DEV_1041
'@
    foreach ($file in Get-ChildItem TestDrive:/) {
        Copy-LabFile $file.FullName C:\Library\ -ToComputer LIB1 | Out-Null
    }
    Add-LabLibraryShare \\LIB1\Library | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Files of the library' {
    It 'are what their names say, and setup information what it says itself' {
        (Get-LabVirtualHardDisk).Name | Should -Be base.vhd
        (Get-LabISO -All).Name | Should -Be tools.iso
        (Get-LabScript).Name | Sort-Object | Should -Be go.ps1, sysprep.inf
        (Get-LabDriverPackage).Name | Should -Be netkvm.inf
        (Get-LabDriverPackage).PlugAndPlayIDs | Should -Be 'PCI\VEN_1AF4&DEV_1000', 'PCI\VEN_1AF4&DEV_1041'
    }

    It 'are found by name, family and device' {
        (Get-LabScript -Name *.ps1).Name | Should -Be go.ps1
        { Get-LabISO -Name nothing.iso -ErrorAction Stop } | Should -Throw '*cannot find the library resource*'
        $disk = Get-LabVirtualHardDisk | Set-LabVirtualHardDisk -FamilyName Base -Release 1.0 -OperatingSystem Windows
        $disk.Release | Should -Be '1.0'
        $disk.OperatingSystem | Should -Be Windows
        (Get-LabVirtualHardDisk -FamilyName base -Release 1.0).Name | Should -Be base.vhd
        Get-LabVirtualHardDisk -FamilyName base -Release 2.0 | Should -BeNullOrEmpty
        (Get-LabDriverPackage -PnPID 'pci\ven_1af4&dev_1041').Name | Should -Be netkvm.inf
        Get-LabDriverPackage -PnPID 'PCI\VEN_8086&DEV_1' | Should -BeNullOrEmpty
        (Set-LabDriverPackage netkvm.inf -Tag network, virtio).Tags | Should -Be network, virtio
        (Get-LabDriverPackage -Tag virtio).Name | Should -Be netkvm.inf
    }

    It 'are called otherwise than their files' {
        (Set-LabISO tools.iso -Name 'Tools 5' -Description 'for all' -Enabled $false).Enabled | Should -BeFalse
        (Get-LabISO -Name 'Tools 5').SharePath | Should -BeLike '*\tools.iso'
        (Set-LabScript go.ps1 -FamilyName Scripts).FamilyName | Should -Be Scripts
        { Set-LabISO go.ps1 -Name x -ErrorAction Stop } | Should -Throw '*cannot find the library resource go.ps1*'
    }

    It 'go with their files' {
        Get-LabISO | Remove-LabISO
        Remove-LabScript sysprep.inf
        Remove-LabDriverPackage netkvm.inf
        Remove-LabVirtualHardDisk base.vhd -Confirm:$false
        (Get-LabFile C:\Library -ComputerName LIB1).Name | Sort-Object | Should -Be go.ps1, notes.txt
        (Get-LabLibraryShare).ResourceCount | Should -Be 1
    }
}
