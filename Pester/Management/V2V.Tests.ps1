BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition HyperVServer2008R2
    Enable-LabRemoteManagement HV1
    Join-LabDomain lab.local -ComputerName HV1 -Restart
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost HV1 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    Set-Content TestDrive:/shop.vmx @'
displayName = "shop"
memsize = "512"
scsi0:0.present = "TRUE"
scsi0:0.fileName = "shop.vmdk"
'@
    Set-Content TestDrive:/shop.vmdk @'
# Disk DescriptorFile
version=1
CID=fffffffe
parentCID=ffffffff
createType="monolithicFlat"

RW 16384 FLAT "shop-flat.vmdk" 0

ddb.adapterType = "lsilogic"
'@
    Set-Content TestDrive:/shop-flat.vmdk ([byte[]]::new(8MB)) -AsByteStream
    foreach ($file in 'shop.vmx', 'shop.vmdk', 'shop-flat.vmdk') {
        Copy-LabFile (Get-Item TestDrive:/$file).FullName C:\Library\ -ToComputer LIB1 | Out-Null
    }
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    $script:command = 'HyperVLab.Commands.Management.NewLabV2VCommand'
}

AfterAll { Remove-Lab Lab }

Describe 'New-LabV2V' {
    It 'changes nothing under -WhatIf' {
        New-LabV2V \\LIB1\Library\shop.vmx -VMHost HV1 -WhatIf | Should -BeNullOrEmpty
        Get-LabVM | Should -BeNullOrEmpty
    }

    It 'makes a virtual machine of one of VMware' {
        $vm = New-LabV2V \\LIB1\Library\shop.vmx -VMHost HV1 -JobVariable job
        $vm.Name, $vm.ComputerName | Should -Be 'shop', 'HV1'
        $vm.MemoryStartup | Should -Be 512MB
        $job.Name | Should -Be 'NewV2V'
        $disk = Get-LabVMHardDiskDrive shop | Get-LabVHD -ComputerName HV1
        $disk.VhdFormat, $disk.Size | Should -Be 'VHD', 8MB
    }

    It 'takes another name and other sizes' {
        $vm = New-LabV2V \\LIB1\Library\shop.vmx -VMHost HV1 -Name shop2 -MemoryMB 1024 -CPUCount 2
        $vm.Name, $vm.ProcessorCount, $vm.MemoryStartup | Should -Be 'shop2', 2, 1GB
    }

    It 'names what is not there' {
        { New-LabV2V \\LIB1\Library\none.vmx -VMHost HV1 -ErrorAction Stop } |
            Should -Throw '*no file*none.vmx*' -ErrorId "13250,$command"
    }
}
