# Stands for every app: answers a step with the files that lie for its folder below AUTO_OPS_ANSWERS. A shell starts ten
# times faster than Node.js, and these tests start some two hundred steps.
folder=$1
while [ $# -gt 0 ]; do
  case $1 in
    --workspace) workspace=$2 ;;
    --round | --attempt | --specialist) folder=$folder/$2 ;;
  esac
  shift
done
mkdir -p "$workspace/$folder/outputs"
[ -d "$AUTO_OPS_ANSWERS/$folder/outputs" ] && cp "$AUTO_OPS_ANSWERS/$folder/outputs/"* "$workspace/$folder/outputs/"
[ -f "$AUTO_OPS_ANSWERS/$folder/exit" ] && exit "$(cat "$AUTO_OPS_ANSWERS/$folder/exit")"
exit 0
